package org.somoim.privacy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An epoch as lines of fields. Nothing in it depends on anyone but through what was noised. */
final class EpochText {
    private static final String FIRST = "somoim-epoch 1";

    private EpochText() {}

    static String write(EpochDraw draw) {
        List<String> lines = new ArrayList<>();
        lines.add(FIRST);
        lines.add(line(
                "plan",
                draw.population(),
                draw.shape(),
                "" + draw.k(),
                draw.delta().toPlainString()));
        for (Tile tile : draw.tiles()) {
            String ranges = tile.ranges().stream()
                    .map(range -> range.from() + "-" + range.to())
                    .collect(Collectors.joining(","));
            lines.add(line(
                    "tile",
                    tile.id(),
                    ranges,
                    "" + tile.size(),
                    "" + tile.stands(),
                    tile.label().korean(),
                    tile.label().english()));
            new TreeMap<>(draw.releases().getOrDefault(tile.id(), Map.of()))
                    .forEach((metric, release) -> lines.add(release.fold(
                            r -> line(
                                    "released",
                                    tile.id(),
                                    metric,
                                    "" + r.value().epsilon().micro(),
                                    numbers(r.value())),
                            w -> line("withheld", tile.id(), metric, w.why().name()))));
        }
        for (Spend spend : draw.spends()) {
            lines.add(line("spend", spend.purpose(), "" + spend.epsilon().micro()));
        }
        return String.join("\n", lines) + "\n";
    }

    static EpochDraw read(String text) {
        try {
            return readLines(text.lines().toList());
        } catch (IndexOutOfBoundsException | NullPointerException e) {
            throw new IllegalArgumentException("not the text of an epoch", e);
        }
    }

    private static EpochDraw readLines(List<String> lines) {
        if (!lines.get(0).equals(FIRST)) {
            throw new IllegalArgumentException("not the text of an epoch, or of a version that is not known");
        }
        String[] plan = fields(lines.get(1));
        List<Tile> tiles = new ArrayList<>();
        Map<String, Map<String, Release<Histogram>>> releases = new LinkedHashMap<>();
        List<Spend> spends = new ArrayList<>();
        for (String line : lines.subList(2, lines.size())) {
            String[] field = fields(line);
            switch (field[0]) {
                case "tile" ->
                    tiles.add(new Tile(
                            field[1],
                            new Label(field[5], field[6]),
                            Stream.of(field[2].split(",")).map(EpochText::range).toList(),
                            Long.parseLong(field[3]),
                            Boolean.parseBoolean(field[4])));
                case "released" ->
                    releases.computeIfAbsent(field[1], tile -> new TreeMap<>())
                            .put(
                                    field[2],
                                    new Release.Released<>(new Histogram(
                                            field[2],
                                            new Epsilon(Long.parseLong(field[3])),
                                            Stream.of(field[4].split(","))
                                                    .map(Long::valueOf)
                                                    .toList())));
                case "withheld" ->
                    releases.computeIfAbsent(field[1], tile -> new TreeMap<>())
                            .put(field[2], new Release.Withheld<>(Release.Why.valueOf(field[3])));
                case "spend" -> spends.add(new Spend(field[1], new Epsilon(Long.parseLong(field[2]))));
                default -> throw new IllegalArgumentException("no such line in the text of an epoch: " + field[0]);
            }
        }
        return new EpochDraw(
                plan[1], plan[2], Integer.parseInt(plan[3]), new BigDecimal(plan[4]), tiles, releases, spends);
    }

    private static Range range(String text) {
        String[] ends = text.split("-");
        return new Range(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
    }

    private static String numbers(Histogram histogram) {
        return histogram.noisy().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String line(String... fields) {
        return Stream.of(fields)
                .map(field -> field.replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r"))
                .collect(Collectors.joining("\t"));
    }

    private static String[] fields(String line) {
        return Stream.of(line.split("\t", -1)).map(EpochText::plain).toArray(String[]::new);
    }

    private static String plain(String field) {
        var plain = new StringBuilder();
        for (int at = 0; at < field.length(); at++) {
            char next = field.charAt(at);
            if (next == '\\') {
                at++;
                next = switch (field.charAt(at)) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    default -> '\\';
                };
            }
            plain.append(next);
        }
        return plain.toString();
    }
}
