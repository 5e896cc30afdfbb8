package org.tocsin.lexicons.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.lexicons.check.Notice.Level;
import org.tocsin.lexicons.pack.Pack;
import org.tocsin.lexicons.pack.PackCheck;
import org.tocsin.lexicons.pack.PackSource;
import org.tocsin.lexicons.pack.Packs;
import org.tocsin.lexicons.pack.Place;

/** Everything that is wrong, or probably not meant, in packs; used once. */
public final class Lint {
  private final PackCheck check;
  private final Set<Notice> notices = new LinkedHashSet<>();

  private Lint(PackCheck check) {
    this.check = check;
  }

  /**
   * All notices in file order.
   *
   * @param today reviews before this day are expired
   */
  public static List<Notice> of(PackSource source, LocalDate today) {
    return new Lint(Packs.check(source)).notices(today);
  }

  private List<Notice> notices(LocalDate today) {
    check.problems().forEach(problem -> notices.add(new Notice(Level.ERROR, problem)));
    Revived revived = Revived.drafts(check.packs());
    revived
        .refusals()
        .forEach(
            refusal ->
                tell(
                    Level.ERROR,
                    check.placeOf(refusal.pack(), refusal.entry(), "query"),
                    refusal.entry() + ": " + refusal.reason()));
    Paperwork paperwork = new Paperwork(this, today);
    for (Pack pack : check.packs()) {
      paperwork.look(pack);
    }
    new QueryLint(this).look(check.packs());
    new PhraseLint(this, revived.bundle()).look();
    List<Notice> inOrder = new ArrayList<>(notices);
    inOrder.sort(
        Comparator.comparing((Notice notice) -> notice.problem().file())
            .thenComparingInt(notice -> notice.problem().line())
            .thenComparingInt(notice -> notice.problem().column()));
    return inOrder;
  }

  /** The packs and where everything in them stands. */
  PackCheck check() {
    return check;
  }

  /** Tells something once. */
  void tell(Level level, Place place, String message) {
    notices.add(new Notice(level, place.problem(message)));
  }
}
