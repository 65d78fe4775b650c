package org.somoim.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.profiles.Audience;
import org.somoim.profiles.Badge;
import org.somoim.profiles.Block;
import org.somoim.profiles.PrivacySettings;
import org.somoim.profiles.Profile;
import org.somoim.profiles.ProfileStore;

/** Profiles in memory. */
public final class MemoryProfileStore implements ProfileStore {
    private final Memory.Table<Id<User>, Profile> profiles;
    private final Memory.Table<Id<User>, PrivacySettings> settings;
    private final Memory.Table<Memory.Pair<Id<User>, Id<User>>, Parted> blocks;
    private final Memory.Table<Memory.Pair<Id<User>, String>, Muted> mutedWords;

    private final Memory.Table<Memory.Pair<Id<User>, Word>, Badge> badges;

    public MemoryProfileStore(Memory memory) {
        profiles = memory.table();
        settings = memory.table();
        blocks = memory.table();
        mutedWords = memory.table();
        badges = memory.table();
    }

    private record Muted(Id<User> person, Line word) {}

    private record Parted(Id<User> blocker, Id<User> blocked, Instant since) {
        boolean parts(Id<User> one, Id<User> other) {
            return blocker.equals(one) && blocked.equals(other) || blocker.equals(other) && blocked.equals(one);
        }
    }

    @Override
    public boolean add(Profile profile) {
        if (find(profile.userId()).isPresent()) {
            return false;
        }
        profiles.add(profile.userId(), profile);
        settings.add(profile.userId(), PrivacySettings.FIRST);
        return true;
    }

    @Override
    public void put(Profile profile) {
        profiles.put(profile.userId(), profile);
    }

    @Override
    public Optional<Profile> find(Id<User> owner) {
        return profiles.get(owner);
    }

    @Override
    public void putSettings(Id<User> owner, PrivacySettings given, Instant at) {
        settings.put(owner, given);
    }

    @Override
    public Optional<PrivacySettings> settings(Id<User> owner) {
        return settings.get(owner);
    }

    @Override
    public Optional<Audience> visibility(Id<User> owner) {
        return settings(owner).map(PrivacySettings::profileVisibility);
    }

    @Override
    public Map<Id<User>, Line> names(Set<Id<User>> people) {
        return profiles.all().stream()
                .filter(profile -> people.contains(profile.userId()))
                .collect(Collectors.toUnmodifiableMap(
                        Profile::userId, profile -> profile.about().displayName()));
    }

    @Override
    public boolean addBlock(Id<User> blocker, Id<User> blocked, Instant at) {
        var key = new Memory.Pair<>(blocker, blocked);
        if (blocks.get(key).isPresent()) {
            return false;
        }
        blocks.add(key, new Parted(blocker, blocked, at));
        return true;
    }

    @Override
    public boolean removeBlock(Id<User> blocker, Id<User> blocked) {
        return blocks.remove(new Memory.Pair<>(blocker, blocked));
    }

    @Override
    public List<Block> blocked(Id<User> blocker) {
        return blocks.all().stream()
                .filter(block -> block.blocker().equals(blocker))
                .sorted(Comparator.comparing(Parted::since)
                        .thenComparing(Parted::blocked)
                        .reversed())
                .flatMap(block -> find(block.blocked())
                        .map(profile -> new Block(
                                profile.userId(),
                                blocks.get(new Memory.Pair<>(block.blocked(), blocker))
                                                .isPresent()
                                        ? null
                                        : profile.about().displayName(),
                                block.since()))
                        .stream())
                .toList();
    }

    @Override
    public Set<Id<User>> apart(Id<User> person, Set<Id<User>> others) {
        return others.stream()
                .filter(other -> blocks.all().stream().anyMatch(block -> block.parts(person, other)))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean addMutedWord(Id<User> person, Line word, Instant at) {
        var key = new Memory.Pair<>(person, word.value());
        if (mutedWords.get(key).isPresent()) {
            return false;
        }
        mutedWords.add(key, new Muted(person, word));
        return true;
    }

    @Override
    public boolean removeMutedWord(Id<User> person, Line word) {
        return mutedWords.remove(new Memory.Pair<>(person, word.value()));
    }

    @Override
    public Set<Line> mutedWords(Id<User> person) {
        return mutedWords.all().stream()
                .filter(muted -> muted.person().equals(person))
                .map(Muted::word)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public int removeAll(Id<User> person) {
        List<Parted> parted = blocks.all().stream()
                .filter(block ->
                        block.blocker().equals(person) || block.blocked().equals(person))
                .toList();
        parted.forEach(block -> removeBlock(block.blocker(), block.blocked()));
        Set<Line> words = mutedWords(person);
        words.forEach(word -> removeMutedWord(person, word));
        badges(person).forEach(badge -> removeBadge(person, badge.badge()));
        settings.remove(person);
        return (profiles.remove(person) ? 1 : 0) + parted.size() + words.size();
    }

    @Override
    public boolean addBadge(Id<User> person, Badge badge) {
        var key = new Memory.Pair<>(person, badge.badge());
        if (badges.get(key).isPresent()) {
            return false;
        }
        badges.add(key, badge);
        return true;
    }

    @Override
    public boolean removeBadge(Id<User> person, Word badge) {
        return badges.remove(new Memory.Pair<>(person, badge));
    }

    @Override
    public List<Badge> badges(Id<User> person) {
        return badges.keys().stream()
                .filter(key -> key.first().equals(person))
                .map(key -> badges.get(key).orElseThrow())
                .sorted(Comparator.comparing(Badge::since).thenComparing(Badge::badge))
                .toList();
    }
}
