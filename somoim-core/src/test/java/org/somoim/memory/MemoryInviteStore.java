package org.somoim.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.groups.Group;
import org.somoim.groups.Invite;
import org.somoim.groups.InviteStore;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;
import org.somoim.mail.Email;

/** Invites in memory. */
public final class MemoryInviteStore implements InviteStore {
    private final Memory.Table<Id<Invite>, Invite> invites;
    private final Memory.Table<String, Id<Invite>> digests;

    public MemoryInviteStore(Memory memory) {
        invites = memory.table();
        digests = memory.table();
    }

    @Override
    public void add(Invite invite, Secrets.Digest digest) {
        digests.add(digest.hex(), invite.id());
        invites.add(invite.id(), invite);
    }

    @Override
    public Optional<Invite> find(Id<Invite> invite) {
        return invites.get(invite);
    }

    @Override
    public Optional<Invite> findByDigest(Secrets.Digest digest) {
        return digests.get(digest.hex()).flatMap(invites::get);
    }

    @Override
    public boolean use(Id<Invite> id, Instant now) {
        Optional<Invite> invite = invites.get(id).filter(found -> isOpen(found, now));
        invite.ifPresent(found -> invites.put(id, changed(found, found.uses() + 1, found.revokedAt())));
        return invite.isPresent();
    }

    @Override
    public boolean revoke(Id<Invite> id, Instant now) {
        Optional<Invite> invite = invites.get(id).filter(found -> found.revokedAt() == null);
        invite.ifPresent(found -> invites.put(id, changed(found, found.uses(), now)));
        return invite.isPresent();
    }

    @Override
    public List<Invite> open(Id<Group> group, Instant now, @Nullable Cursor after, int limit) {
        return invites.all().stream()
                .filter(invite -> invite.groupId().equals(group) && isOpen(invite, now))
                .sorted(Comparator.comparing(Invite::createdAt)
                        .thenComparing(Invite::id)
                        .reversed())
                .filter(invite -> Keyset.isBefore(invite.createdAt(), invite.id(), after))
                .limit(limit)
                .toList();
    }

    @Override
    public int prune(Instant time, int limit) {
        List<Invite> over = invites.all().stream()
                .filter(invite -> invite.expiresAt().isBefore(time))
                .limit(limit)
                .toList();
        over.forEach(this::remove);
        return over.size();
    }

    void removeAllOf(Id<Group> group) {
        invites.all().stream().filter(invite -> invite.groupId().equals(group)).forEach(this::remove);
    }

    private void remove(Invite invite) {
        invites.remove(invite.id());
    }

    private static boolean isOpen(Invite invite, Instant now) {
        return invite.revokedAt() == null && invite.uses() < invite.maxUses() && now.isBefore(invite.expiresAt());
    }

    private static Invite changed(Invite invite, int uses, @Nullable Instant revokedAt) {
        return new Invite(
                invite.id(),
                invite.groupId(),
                invite.kind(),
                invite.email(),
                invite.invitedBy(),
                invite.maxUses(),
                uses,
                invite.expiresAt(),
                revokedAt,
                invite.createdAt());
    }

    @Override
    public List<Invite> issuedBy(Id<User> person, @Nullable Cursor after, int limit) {
        return invites.all().stream()
                .filter(invite -> invite.invitedBy().equals(person))
                .filter(invite -> Keyset.isAfter(invite.createdAt(), invite.id(), after))
                .sorted(Comparator.comparing(Invite::createdAt).thenComparing(Invite::id))
                .limit(limit)
                .toList();
    }

    @Override
    public int removeIssuedBy(Id<User> person, int limit) {
        return removeEach(issuedBy(person, null, limit));
    }

    @Override
    public int removeSentTo(Email email) {
        return removeEach(invites.all().stream()
                .filter(invite -> email.equals(invite.email()))
                .toList());
    }

    private int removeEach(List<Invite> gone) {
        Set<Id<Invite>> ids = gone.stream().map(Invite::id).collect(Collectors.toSet());
        digests.removeAll(digests.keys().stream()
                .filter(digest -> ids.contains(digests.get(digest).orElseThrow()))
                .toList());
        invites.removeAll(ids);
        return gone.size();
    }
}
