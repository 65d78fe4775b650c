package org.somoim.personaldata;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.somoim.kernel.Word;

/** Everything that is kept about people, in every table of every capability. */
public record Registry(List<Inventory> inventories) {

    public Registry {
        inventories = List.copyOf(inventories);
        var twice = inventories.stream()
                .flatMap(inventory -> inventory.holdings().stream())
                .collect(Collectors.groupingBy(Holding::table, Collectors.counting()));
        twice.values().removeIf(count -> count == 1);
        if (!twice.isEmpty()) {
            throw new IllegalArgumentException("declared by two: " + twice.keySet());
        }
    }

    /** In the order of the capabilities. */
    public List<Holding> holdings() {
        return inventories.stream()
                .flatMap(inventory -> inventory.holdings().stream())
                .toList();
    }

    public Optional<Holding> find(Word table) {
        return holdings().stream()
                .filter(holding -> holding.table().equals(table))
                .findFirst();
    }
}
