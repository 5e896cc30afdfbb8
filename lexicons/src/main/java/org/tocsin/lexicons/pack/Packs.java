package org.tocsin.lexicons.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads and checks packs. */
public final class Packs {
  private Packs() {}

  /**
   * The packs in a folder, or the one pack that it is.
   *
   * @throws IOException when the folder cannot be read
   * @throws PackException with all problems of all files, when there is any
   */
  public static List<Pack> read(Path folder) throws IOException, PackException {
    return parse(PackSource.read(folder));
  }

  /**
   * The packs of these texts, in order of their folders.
   *
   * @throws PackException with all problems of all files, when there is any
   */
  public static List<Pack> parse(PackSource source) throws PackException {
    PackCheck check = check(source);
    if (!check.problems().isEmpty()) {
      throw new PackException(check.problems());
    }
    return check.packs();
  }

  /** Reads what can be read, and tells where everything stands and what is wrong. */
  public static PackCheck check(PackSource source) {
    SortedMap<String, SortedMap<String, String>> folders = new TreeMap<>();
    source
        .files()
        .forEach(
            (path, text) ->
                folders
                    .computeIfAbsent(
                        path.substring(0, Math.max(0, path.lastIndexOf('/'))), f -> new TreeMap<>())
                    .put(path, text));
    List<Problem> problems = new ArrayList<>();
    Map<String, Place> places = new HashMap<>();
    Map<String, String> packIds = new HashMap<>();
    Map<String, PackHead> heads = new HashMap<>();
    List<Pack> packs = new ArrayList<>();
    folders.forEach(
        (folder, files) ->
            packs.add(new PackReader(folder, files, problems, places, heads).read(packIds)));
    return new PackCheck(packs, PackException.inOrder(problems), places, heads);
  }
}
