package org.somoim.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.somoim.kernel.Secrets;
import org.somoim.mail.Email;
import org.somoim.mail.Letter;
import org.somoim.mail.Mailer;

/** Mailboxes that a test can look into. Can be told to fail. */
public final class MemoryMailer implements Mailer {
    private static final Pattern SECRET = Pattern.compile("^[A-Za-z0-9_-]{43}$", Pattern.MULTILINE);

    private final List<Letter> letters = new ArrayList<>();
    private boolean down;

    @Override
    public synchronized void send(Letter letter) {
        if (down) {
            throw new IllegalStateException("the mail server is down");
        }
        letters.add(letter);
    }

    /** From now on, every letter is turned down, or none. */
    public synchronized void isDown(boolean isDown) {
        down = isDown;
    }

    /** Everything that came to an address, oldest first. */
    public synchronized List<Letter> to(Email address) {
        return letters.stream().filter(letter -> letter.to().equals(address)).toList();
    }

    /** The latest that came to an address. */
    public Letter latest(Email address) {
        List<Letter> all = to(address);
        if (all.isEmpty()) {
            throw new AssertionError("no letter has come");
        }
        return all.get(all.size() - 1);
    }

    /** What the latest letter to an address gives a right to. */
    public Secrets.Secret secret(Email address) {
        Matcher found = SECRET.matcher(latest(address).text().value());
        if (!found.find()) {
            throw new AssertionError("the latest letter holds no secret");
        }
        return new Secrets.Secret(found.group());
    }
}
