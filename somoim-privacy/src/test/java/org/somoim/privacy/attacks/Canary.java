package org.somoim.privacy.attacks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.privacy.BrokenParts;
import org.somoim.privacy.Comparison;
import org.somoim.privacy.Epoch;
import org.somoim.privacy.EpochDraw;
import org.somoim.privacy.Frozen;
import org.somoim.privacy.LedgerEntry;
import org.somoim.privacy.Metric;
import org.somoim.privacy.PeerStanding;
import org.somoim.privacy.Place;
import org.somoim.privacy.PrivacyPlan;
import org.somoim.privacy.PrivacyReceipt;
import org.somoim.privacy.Release;
import org.somoim.privacy.noise.NoiseSource;

/** A community with one privacy bug. The attacks must get through to each of them, or they prove nothing about sound ones. */
enum Canary {
    DOUBLE_LAPLACE("noise in floating point", "A8", (plan, noise) -> new InProcess(plan, noise) {
        private final Map<String, Publication> porous = new HashMap<>();

        @Override
        protected EpochDraw draw(Frozen frozen) {
            EpochDraw draw = super.draw(frozen);
            WeakNoise weak = WeakNoise.seededBy(new java.security.SecureRandom().nextLong());
            Publication sound = Publication.of(plan, nameOf(now), draw);
            List<Publication.Part> parts = sound.parts().stream()
                    .map(part -> new Publication.Part(
                            part.tile(), part.size(), part.stands(), porous(plan, frozen, weak, part)))
                    .toList();
            porous.put(sound.epoch(), new Publication(sound.epoch(), sound.hash(), parts));
            return draw;
        }

        @Override
        public Optional<Publication> published(String viewer) {
            return super.published(viewer).map(sound -> porous.get(sound.epoch()));
        }
    }),
    HALF_NOISE(
            "half of the noise",
            "A6",
            (plan, noise) -> drawing(
                    plan,
                    noise,
                    (frozen, source) -> Epoch.draw(plan, frozen, epsilon -> source.draw(epsilon.times(2))))),
    SEEDED_BY_TIME("noise of java.util.Random seeded by the time", "A8", (plan, noise) -> new InProcess(plan, noise) {
        @Override
        protected EpochDraw draw(Frozen frozen) {
            long millis = startOf(now).toEpochMilli() + Math.floorMod(noise.draw(plan.epsilon()), 1_000);
            return Epoch.draw(plan, frozen, WeakNoise.seededBy(millis));
        }
    }),
    FRESH_NOISE("fresh noise for every answer", "A2", (plan, noise) -> new InProcess(plan, noise) {
        @Override
        protected Comparison comparison(String viewer, String metric, @Nullable Double own) {
            super.comparison(viewer, metric, own);
            return comparison(new Kept(disk.latest().orElseThrow().number(), draw(frozen())));
        }

        @Override
        public Optional<Publication> published(String viewer) {
            return super.published(viewer).map(kept -> Publication.of(plan, kept.epoch(), draw(frozen())));
        }
    }),
    KEYED_BY_QUERY("noise keyed by a hash of the question", "A2", (plan, noise) -> new InProcess(plan, noise) {
        @Override
        protected Comparison comparison(String viewer, String metric, @Nullable Double own) {
            super.comparison(viewer, metric, own);
            return comparison(new Kept(disk.latest().orElseThrow().number(), keyed(metric + own)));
        }

        @Override
        public Optional<Publication> published(String viewer) {
            return super.published(viewer)
                    .map(kept -> Publication.of(plan, kept.epoch(), keyed(viewer + kept.epoch())));
        }

        private EpochDraw keyed(String question) {
            return Epoch.draw(plan, frozen(), WeakNoise.seededBy(question.hashCode()));
        }
    }),
    EMPTY_BINS_BARE(
            "noise only on bins that are not empty",
            "A6",
            (plan, noise) -> drawing(
                    plan, noise, (frozen, source) -> BrokenParts.noiseOnNonEmptyBinsOnly(plan, frozen, source))),
    RAW_GATE_ALONE(
            "only the raw gate of k",
            "A4",
            (plan, noise) -> drawing(plan, noise, (frozen, source) -> BrokenParts.rawGateAlone(plan, frozen, source))),
    TILES_ON_RAW_COUNTS(
            "cohorts cut by raw counts",
            "A4",
            (plan, noise) ->
                    drawing(plan, noise, (frozen, source) -> BrokenParts.tilesOnRawCounts(plan, frozen, source))),
    PARENT_TOO(
            "a cohort released together with its parts",
            "A12",
            (plan, noise) -> drawing(plan, noise, (frozen, source) -> BrokenParts.parentToo(plan, frozen, source))),
    BOUNDS_FROM_DATA(
            "bins from the least to the most that there is", "A8", (plan, noise) -> new InProcess(plan, noise) {
                private final Map<String, Set<Double>> raw = new HashMap<>();

                @Override
                public void submit(String user, Place profile, Map<String, Double> values) {
                    super.submit(user, profile, values);
                    values.forEach((metric, value) ->
                            raw.computeIfAbsent(metric, any -> new HashSet<>()).add(value));
                }

                @Override
                public Optional<Publication> published(String viewer) {
                    return super.published(viewer)
                            .map(sound -> new Publication(
                                    sound.epoch(),
                                    sound.hash(),
                                    sound.parts().stream()
                                            .map(part -> {
                                                Map<String, Publication.Cells> cells = new HashMap<>();
                                                part.cells()
                                                        .forEach((metric, it) -> cells.put(
                                                                metric,
                                                                new Publication.Cells(
                                                                        it.numbers(),
                                                                        spread(
                                                                                raw.getOrDefault(metric, Set.of()),
                                                                                it))));
                                                return new Publication.Part(
                                                        part.tile(), part.size(), part.stands(), cells);
                                            })
                                            .toList()));
                }
            }),
    COUNTED_AGAIN_AFTER_REJOINING(
            "a row for each time somebody joins", "A1", (plan, noise) -> new InProcess(plan, noise) {
                private int rows;

                @Override
                public void leave(String user) {
                    Member member = members.remove(user);
                    if (member != null) {
                        members.put(user + "-" + rows++, member);
                    }
                }
            }),
    VIEWER_IN_CACHE_KEY("the viewer in the key of what is kept", "A2", (plan, noise) -> new InProcess(plan, noise) {
        private final Map<String, EpochDraw> cached = new HashMap<>();

        @Override
        protected Comparison comparison(String viewer, String metric, @Nullable Double own) {
            super.comparison(viewer, metric, own);
            return comparison(new Kept(disk.latest().orElseThrow().number(), of(viewer)));
        }

        @Override
        public Optional<Publication> published(String viewer) {
            return super.published(viewer).map(kept -> Publication.of(plan, kept.epoch(), of(viewer)));
        }

        private EpochDraw of(String viewer) {
            return cached.computeIfAbsent(
                    viewer + nameOf(disk.latest().orElseThrow().number()), any -> draw(frozen()));
        }
    }),
    PERCENTILE_FROM_RAW("percentiles from raw values", "A11", (plan, noise) -> new InProcess(plan, noise) {
        private final Map<String, Map<String, Double>> raw = new HashMap<>();

        @Override
        public void submit(String user, Place profile, Map<String, Double> values) {
            super.submit(user, profile, values);
            raw.put(user, values);
        }

        @Override
        public Release<PeerStanding> compare(
                String viewer, String metric, @Nullable Place place, @Nullable Double own) {
            Double value = own == null ? raw.getOrDefault(viewer, Map.of()).get(metric) : own;
            return super.compare(viewer, metric, place, own).map(sound -> {
                List<Double> all = raw.values().stream()
                        .filter(values -> values.containsKey(metric))
                        .map(values -> values.get(metric))
                        .toList();
                long below = all.stream()
                        .filter(one -> value != null && one <= value)
                        .count();
                int low = (int) Math.min(90, 100 * below / all.size() / 10 * 10);
                return with(sound, low, sound.receipt());
            });
        }
    }),
    EXACT_NUMBER_IN_RECEIPT(
            "the exact number of people in receipts", "A15", (plan, noise) -> new InProcess(plan, noise) {
                private long people;

                @Override
                protected EpochDraw draw(Frozen frozen) {
                    EpochDraw draw = super.draw(frozen);
                    people = draw.tiles().stream()
                            .mapToLong(tile -> BrokenParts.people(frozen, tile))
                            .sum();
                    return draw;
                }

                @Override
                public Optional<PrivacyReceipt> receipt(String viewer, String metric, @Nullable Place place) {
                    return super.receipt(viewer, metric, place).map(sound -> telling(sound, people));
                }
            }),
    EXACT_NUMBER_IN_LOG("the exact number of people in a log line", "A15", (plan, noise) -> new InProcess(plan, noise) {
        @Override
        protected EpochDraw draw(Frozen frozen) {
            EpochDraw draw = super.draw(frozen);
            draw.tiles().forEach(tile -> log.add(tile.id() + " has " + BrokenParts.people(frozen, tile) + " people"));
            return draw;
        }
    }),
    FAILS_ON_ODD_VALUES("an exception for what is no number", "A15", (plan, noise) -> new InProcess(plan, noise) {
        private boolean isOdd;

        @Override
        public void submit(String user, Place profile, Map<String, Double> values) {
            super.submit(user, profile, values);
            isOdd |= values.values().stream().anyMatch(value -> value.isNaN());
        }

        @Override
        protected Frozen frozen() {
            if (isOdd) {
                throw new IllegalArgumentException("no number");
            }
            return super.frozen();
        }
    }),
    DRAWN_AGAIN_ON_OPT_OUT("a new draw when somebody opts out", "A14", (plan, noise) -> new InProcess(plan, noise) {
        @Override
        public void setPrivacy(String user, boolean counts) {
            super.setPrivacy(user, counts);
            disk.epochs.replaceAll(kept -> kept.number() == now ? new Kept(now, draw(frozen())) : kept);
            restart();
        }
    }),
    OPTED_OUT_COUNTED("whoever opted out is counted", "A14", (plan, noise) -> new InProcess(plan, noise) {
        @Override
        protected boolean mayCount(Member member) {
            return !member.suspended;
        }
    }),
    SUSPENDED_COUNTED("whoever was thrown out is counted", "A14", (plan, noise) -> new InProcess(plan, noise) {
        @Override
        protected boolean mayCount(Member member) {
            return member.counts;
        }
    }),
    LEDGER_IN_MEMORY("a ledger that is gone after a restart", "A16", (plan, noise) -> new InProcess(plan, noise) {
        @Override
        public void restart() {
            super.restart();
            disk.debits.clear();
        }
    }),
    LEDGER_IN_FLOATING_POINT("a ledger in floating point", "A16", (plan, noise) -> new InProcess(plan, noise) {
        private final Map<Integer, Double> spent = new HashMap<>();

        @Override
        protected boolean affords(Instant at) {
            double year = 0;
            for (int epoch = now - 3; epoch < now; epoch++) {
                year += spent.getOrDefault(epoch, 0.0);
            }
            return year + Evidence.nats(plan.epsilon()) <= Evidence.nats(plan.yearlyCap());
        }

        @Override
        protected void keep(EpochDraw draw, List<LedgerEntry> debits) {
            super.keep(draw, debits);
            spent.put(now, Evidence.nats(plan.epsilon()));
        }
    }),
    TWO_THREADS("an epoch that two threads can draw", "A10", (plan, noise) -> new InProcess(plan, noise) {
        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized")
        public boolean runEpoch() {
            if (isDrawn()) {
                return false;
            }
            EpochDraw draw = draw(frozen());
            List<LedgerEntry> debits = new ArrayList<>();
            synchronized (this) {
                org.somoim.privacy.Ledger.of(List.of())
                        .next(plan, nameOf(now), draw, startOf(now))
                        .fold(released -> debits.addAll(released.value()), withheld -> false);
                keep(draw, debits);
            }
            return true;
        }
    }),
    METRICS_ON_ONE_SHARE(
            "metrics that spend one share of the budget each in full",
            "A6",
            (plan, noise) ->
                    drawing(plan, noise, (frozen, source) -> BrokenParts.metricsOnOneShare(plan, frozen, source))),
    NOISE_ON_REQUEST("noise drawn for an answer", "A9", (plan, noise) -> new InProcess(plan, noise) {
        @Override
        public Release<PeerStanding> compare(
                String viewer, String metric, @Nullable Place place, @Nullable Double own) {
            long dither = noise.draw(plan.epsilon());
            return super.compare(viewer, metric, place, own).map(sound -> {
                int low = (int) Math.max(0, Math.min(90, sound.low() + 10 * Long.signum(dither)));
                return with(sound, low, sound.receipt());
            });
        }
    });

    private final String bug;
    private final String killer;
    private final InProcess.Opening opening;

    /** @param killer id of the attack that must get through; others may as well */
    Canary(String bug, String killer, InProcess.Opening opening) {
        this.bug = bug;
        this.killer = killer;
        this.opening = opening;
    }

    /** In words. */
    String bug() {
        return bug;
    }

    Attack killer() {
        return AttackLab.attack(killer);
    }

    Target under(PrivacyPlan plan) {
        return InProcess.target(plan, opening);
    }

    /** How a broken epoch is drawn. */
    interface Drawing {
        EpochDraw draw(Frozen frozen, NoiseSource noise);
    }

    static CommunityUnderAttack drawing(PrivacyPlan plan, NoiseSource noise, Drawing drawing) {
        return new InProcess(plan, noise) {
            @Override
            protected EpochDraw draw(Frozen frozen) {
                return drawing.draw(frozen, noise);
            }
        };
    }

    private static Map<String, Publication.Cells> porous(
            PrivacyPlan plan, Frozen frozen, WeakNoise weak, Publication.Part part) {
        Map<String, Publication.Cells> cells = new HashMap<>();
        for (int at = 0; at < plan.metrics().size(); at++) {
            Metric metric = plan.metrics().get(at);
            if (part.cells().containsKey(metric.id())) {
                List<Double> numbers = Arrays.stream(BrokenParts.histogram(frozen, part.tile(), at))
                        .mapToObj(raw -> raw + weak.fraction(plan.epsilonOf(metric)))
                        .toList();
                cells.put(
                        metric.id(),
                        new Publication.Cells(numbers, metric.bins().edges()));
            }
        }
        return cells;
    }

    private static List<Double> spread(Set<Double> raw, Publication.Cells cells) {
        double least = raw.stream().min(Double::compare).orElse(0.0);
        double most = raw.stream().max(Double::compare).orElse(1.0);
        int bins = cells.edges().size();
        List<Double> edges = new ArrayList<>();
        for (int bin = 0; bin < bins; bin++) {
            edges.add(least + (most - least) * bin / (bins - 1));
        }
        return edges;
    }

    private static PeerStanding with(PeerStanding sound, int low, PrivacyReceipt receipt) {
        return new PeerStanding(
                sound.metric(),
                low,
                low + 10,
                sound.precision(),
                sound.third(),
                sound.better(),
                sound.expectedErrorPoints(),
                sound.cohort(),
                sound.size(),
                receipt);
    }

    private static PrivacyReceipt telling(PrivacyReceipt sound, long people) {
        return new PrivacyReceipt(
                sound.mechanism(),
                sound.unit(),
                sound.metricEpsilon(),
                sound.epochEpsilon(),
                sound.yearMicro(),
                sound.yearlyCap(),
                sound.delta(),
                sound.k(),
                sound.tile(),
                people,
                sound.expectedErrorPoints(),
                sound.epoch(),
                sound.from(),
                sound.to(),
                sound.releaseHash());
    }
}
