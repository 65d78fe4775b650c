package org.somoim.examples.imports;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Visibility;
import org.somoim.accounts.HereAlready;
import org.somoim.accounts.ImportedAccount;
import org.somoim.accounts.bcrypt.BcryptPasswordHasher;
import org.somoim.groups.Group;
import org.somoim.groups.ImportedGroup;
import org.somoim.groups.ImportedMembership;
import org.somoim.groups.Membership;
import org.somoim.groups.NewGroup;
import org.somoim.groups.Terms;
import org.somoim.http.wire.InvalidBody;
import org.somoim.http.wire.Json;
import org.somoim.imports.Entry;
import org.somoim.imports.ImportReason;
import org.somoim.imports.Row;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.posts.ImportedPost;

/** Reads a community from JSON Lines: each line is an object, and its {@code row} says what it is. */
final class JsonRows {
    private JsonRows() {}

    /** The row that a line holds. */
    static Row of(String line) {
        return () -> read(line.getBytes(StandardCharsets.UTF_8));
    }

    private static Entry read(byte[] line) {
        try {
            return switch (kind(line)) {
                case "person" -> Json.read(line, PersonRow.class).entry();
                case "here_already" -> Json.read(line, HereRow.class).entry();
                case "group" -> Json.read(line, GroupRow.class).entry();
                case "membership" -> Json.read(line, MembershipRow.class).entry();
                case "post" -> Json.read(line, PostRow.class).entry();
                default -> throw ImportReason.UNREADABLE_ROW.refuse();
            };
        } catch (IllegalArgumentException notAHash) {
            throw ImportReason.UNREADABLE_ROW.refuse();
        } catch (InvalidBody invalid) {
            throw invalid.faults().get(0).reason().refuse();
        }
    }

    private static String kind(byte[] line) {
        try {
            return Json.read(line).path("row").asText();
        } catch (Refusal notJson) {
            throw ImportReason.UNREADABLE_ROW.refuse();
        }
    }

    /** @param password as bcrypt writes it, or null */
    record PersonRow(
            String row, String ref, Email email, @Nullable String password, Line displayName, Instant createdAt) {
        Entry entry() {
            return new ImportedAccount(
                    ImportedAccount.ref(ref),
                    email,
                    password == null ? null : BcryptPasswordHasher.madeElsewhere(password),
                    displayName,
                    createdAt);
        }
    }

    /** Somebody the source speaks of who has an account. */
    record HereRow(String row, String ref, Id<User> account, Instant createdAt) {
        Entry entry() {
            return new HereAlready(ImportedAccount.ref(ref), account, createdAt);
        }
    }

    record GroupRow(
            String row,
            String ref,
            String owner,
            Line name,
            @Nullable Prose description,
            @Nullable Word category,
            Visibility visibility,
            Group.JoinPolicy joinPolicy,
            @Nullable Integer maxMembers,
            Instant createdAt) {
        Entry entry() {
            var terms = new Terms(
                    name,
                    description,
                    category,
                    visibility,
                    joinPolicy,
                    visibility == Visibility.PUBLIC ? Group.InvitePolicy.ANY_MEMBER : Group.InvitePolicy.ADMINS,
                    false,
                    maxMembers);
            return new ImportedGroup(
                    ImportedGroup.ref(ref), ImportedAccount.ref(owner), NewGroup.social(terms), createdAt);
        }
    }

    record MembershipRow(String row, String group, String person, Membership.Role role, Instant createdAt) {
        Entry entry() {
            return new ImportedMembership(ImportedGroup.ref(group), ImportedAccount.ref(person), role, createdAt);
        }
    }

    record PostRow(
            String row,
            String ref,
            String group,
            String author,
            @Nullable Line title,
            Prose body,
            Instant createdAt) {
        Entry entry() {
            return new ImportedPost(
                    ImportedPost.ref(ref),
                    ImportedGroup.ref(group),
                    ImportedAccount.ref(author),
                    title,
                    body,
                    createdAt);
        }
    }
}
