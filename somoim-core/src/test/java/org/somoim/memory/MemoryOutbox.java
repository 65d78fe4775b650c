package org.somoim.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.somoim.kernel.Id;
import org.somoim.mail.Email;
import org.somoim.mail.Outbox;
import org.somoim.mail.Posted;

/** Waiting letters in memory. */
public final class MemoryOutbox implements Outbox {
    private static final Comparator<Posted> LONGEST_WAITING =
            Comparator.comparing(Posted::nextAt).thenComparing(Posted::id);

    private final Memory.Table<Id<Posted>, Posted> letters;

    public MemoryOutbox(Memory memory) {
        letters = memory.table();
    }

    @Override
    public void add(Posted letter) {
        letters.add(letter.id(), letter);
    }

    @Override
    public List<Posted> due(Instant now, Instant latest, int limit) {
        return letters.all().stream()
                .filter(letter ->
                        !letter.nextAt().isAfter(now) || letter.nextAt().isAfter(latest))
                .sorted(LONGEST_WAITING)
                .limit(limit)
                .toList();
    }

    @Override
    public boolean take(Posted letter, int failures, Instant nextAt) {
        if (letters.get(letter.id()).filter(letter::equals).isEmpty()) {
            return false;
        }
        letters.put(
                letter.id(),
                new Posted(
                        letter.id(),
                        letter.recipient(),
                        letter.subject(),
                        letter.text(),
                        failures,
                        nextAt,
                        letter.createdAt()));
        return true;
    }

    @Override
    public boolean remove(Id<Posted> letter) {
        return letters.remove(letter);
    }

    @Override
    public int removeAllTo(Email recipient) {
        List<Posted> found = letters.all().stream()
                .filter(letter -> letter.recipient().equals(recipient))
                .toList();
        found.forEach(letter -> remove(letter.id()));
        return found.size();
    }

    @Override
    public int countFailing() {
        return (int)
                letters.all().stream().filter(letter -> letter.failures() > 0).count();
    }

    @Override
    public List<Posted> to(Email recipient) {
        return letters.all().stream()
                .filter(letter -> letter.recipient().equals(recipient))
                .toList();
    }
}
