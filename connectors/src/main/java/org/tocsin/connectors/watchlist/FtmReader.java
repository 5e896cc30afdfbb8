package org.tocsin.connectors.watchlist;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Json;
import org.tocsin.events.UnreadableRecordException;

/**
 * Entities of Follow the Money, a JSON line each, as OpenSanctions publishes them ({@code
 * entities.ftm.json}). A {@code CryptoWallet} is an identifier of its {@code holder}, or of itself
 * when it names none. {@code weakAlias} is not sure. Entities that say how others are connected
 * ({@code Ownership}, {@code Sanction}, ...) have no name and are told as such.
 */
public final class FtmReader implements ListReader {
  private static final String WALLET = "CryptoWallet";

  /** What is read of an entity. */
  private record Entity(
      @Nullable String id,
      @Nullable String schema,
      @Nullable Map<String, List<String>> properties,
      @Nullable List<String> datasets) {

    List<String> values(String property) {
      return properties == null ? List.of() : properties.getOrDefault(property, List.of());
    }
  }

  @Override
  public void read(InputStream in, Consumer<ListItem> sink) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    long number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        entity(number, Json.read(line.getBytes(StandardCharsets.UTF_8), Entity.class), sink);
      } catch (UnreadableRecordException e) {
        sink.accept(new Unusable(number, "no entity: " + e.getMessage()));
      }
    }
  }

  private static void entity(long line, Entity entity, Consumer<ListItem> sink) {
    String id = entity.id();
    String schema = Objects.requireNonNullElse(entity.schema(), "");
    if (id == null || id.isEmpty() || schema.isEmpty()) {
      sink.accept(new Unusable(line, "no entity: expected an id and a schema"));
      return;
    }
    List<String> datasets = Objects.requireNonNullElse(entity.datasets(), List.of());
    if (schema.equals(WALLET)) {
      wallet(line, id, datasets, entity, sink);
      return;
    }
    ListedName.Holder holder =
        new ListedName.Holder(id, OpenSanctionsReader.kind(schema), datasets);
    names(line, holder, ListedName.Form.PRIMARY, true, entity.values("name"), sink);
    names(line, holder, ListedName.Form.ALIAS, true, entity.values("alias"), sink);
    names(line, holder, ListedName.Form.FORMER, true, entity.values("previousName"), sink);
    names(line, holder, ListedName.Form.ALIAS, false, entity.values("weakAlias"), sink);
    if (entity.values("name").isEmpty() && entity.values("alias").isEmpty()) {
      sink.accept(new Unusable(line, "empty name of %s, a %s".formatted(id, schema)));
    }
  }

  private static void names(
      long line,
      ListedName.Holder holder,
      ListedName.Form form,
      boolean sure,
      List<String> names,
      Consumer<ListItem> sink) {
    names.forEach(name -> sink.accept(new ListedName(line, holder, form, sure, name)));
  }

  private static void wallet(
      long line, String id, List<String> datasets, Entity wallet, Consumer<ListItem> sink) {
    List<String> holders =
        wallet.values("holder").isEmpty() ? List.of(id) : wallet.values("holder");
    List<String> currencies = wallet.values("currency");
    String label = currencies.isEmpty() ? WALLET : currencies.get(0);
    if (wallet.values("publicKey").isEmpty()) {
      sink.accept(new Unusable(line, "empty publicKey of " + id));
    }
    for (String holder : holders) {
      for (String address : wallet.values("publicKey")) {
        sink.accept(
            new ListedIdentifier(
                line,
                new ListedName.Holder(holder, ListedName.Kind.OTHER, datasets),
                label,
                address));
      }
    }
  }
}
