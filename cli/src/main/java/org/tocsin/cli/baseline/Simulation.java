package org.tocsin.cli.baseline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.tocsin.jobs.baseline.FalseDiscovery;

/** Runs a world pane by pane, as a job would, and keeps the score. */
final class Simulation {
  private static final int HOURS_OF_WEEK = 168;

  /** 1970-01-05 was a Monday. */
  private static final long MONDAY = Duration.ofDays(4).toMillis();

  private final World world;
  private final List<WatchedGroup> groups = new ArrayList<>();
  private final Score score = new Score();

  private Simulation(World world, long seed) {
    this.world = world;
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    for (int i = 0; i < world.groups(); i++) {
      groups.add(new WatchedGroup(world, random));
    }
  }

  /** The score of a world; the same for the same seed. */
  static Score run(World world, long seed) {
    Simulation simulation = new Simulation(world, seed);
    int weeks = world.learnedWeeks() + world.testedWeeks();
    for (int week = 0; week < weeks; week++) {
      simulation.week(week, week >= world.learnedWeeks());
    }
    simulation.groups.forEach(group -> group.finish(simulation.score));
    return simulation.score;
  }

  private void week(int week, boolean tested) {
    groups.forEach(WatchedGroup::newWeek);
    long pane = world.pane().toMillis();
    long hour = Duration.ofHours(1).toMillis();
    for (int hourOfWeek = 0; hourOfWeek < HOURS_OF_WEEK; hourOfWeek++) {
      long start = MONDAY + ((long) week * HOURS_OF_WEEK + hourOfWeek) * hour;
      int ofHour = hourOfWeek;
      groups.forEach(group -> group.newHour(ofHour, tested));
      for (long at = start; at < start + hour; at += pane) {
        pane(at, tested);
      }
    }
  }

  private void pane(long start, boolean tested) {
    double[] p = new double[groups.size()];
    for (int i = 0; i < p.length; i++) {
      p[i] = groups.get(i).pane(start, tested);
    }
    if (tested) {
      double cutoff =
          Math.min(
              FalseDiscovery.cutoff(p, p.length, world.falseDiscovery()),
              FalseDiscovery.ceiling(world.falsePerHour(), world.pane()));
      for (int i = 0; i < p.length; i++) {
        groups.get(i).told(p[i] <= cutoff, score);
      }
      score.tested((double) p.length * world.pane().toMillis() / Duration.ofHours(1).toMillis());
    }
  }
}
