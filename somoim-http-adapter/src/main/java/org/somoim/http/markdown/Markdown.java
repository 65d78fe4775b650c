package org.somoim.http.markdown;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.somoim.kernel.Prose;

/**
 * Renders prose as HTML that is safe to put into a page. HTML in the prose is shown as it was typed. Links lead to {@code
 * http}, {@code https} and {@code mailto} only. An image becomes a link to it: shown as an image, it would tell its host who
 * read what and when. What links lead to is at most twice as long, all together, as the longest prose, however often one
 * address is referred to; links beyond that are left as their text. Nesting beyond {@value #DEEPEST} levels is flattened. Safe between threads.
 */
public final class Markdown {
    private static final int DEEPEST = 20;
    /** In characters, words and HTML together. */
    private static final long MOST_KEPT = 4_000_000;

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Pattern TARGET = Pattern.compile("(?i)(?:https?://|mailto:)\\S+");
    private static final Pattern LANGUAGE = Pattern.compile("language-[A-Za-z0-9+#-]{1,30}");

    private final Parser parser = Parser.builder()
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .nodeRendererFactory(ImageLinks::new)
            .build();

    /** Holds even if the renderer were wrong. */
    private final PolicyFactory policy = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "hr",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "em",
                    "strong",
                    "code",
                    "pre",
                    "blockquote",
                    "ul",
                    "ol",
                    "li",
                    "a")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .matching(TARGET)
            .onElements("a")
            .allowAttributes("start")
            .matching(Pattern.compile("[0-9]{1,9}"))
            .onElements("ol")
            .allowAttributes("class")
            .matching(LANGUAGE)
            .onElements("code")
            .requireRelsOnLinks("nofollow", "noopener", "noreferrer", "ugc")
            .toFactory();

    /**
     * What the same prose gave before, for most pages are read more than once; nearly all that a list cost was this. It is not
     * given out after a few minutes, and goes when something else is rendered after that.
     */
    private final Cache<String, String> rendered;

    public Markdown() {
        this(Ticker.systemTicker());
    }

    /** @param time by which what was rendered grows old */
    Markdown(Ticker time) {
        rendered = Caffeine.newBuilder()
                .maximumWeight(MOST_KEPT)
                .weigher((String prose, String html) -> prose.length() + html.length())
                .expireAfterWrite(KEPT)
                .ticker(time)
                .build();
    }

    public String html(Prose prose) {
        String known = rendered.getIfPresent(prose.value());
        if (known != null) {
            return known;
        }
        String html = rendered(prose);
        rendered.put(prose.value(), html);
        return html;
    }

    private String rendered(Prose prose) {
        Node document = parser.parse(prose.value());
        document.accept(new FewTargets());
        return policy.sanitize(renderer.render(document));
    }

    /** An address is written once and can be referred to thousands of times, each of which repeats it in full. */
    private static final class FewTargets extends AbstractVisitor {
        private int left = 2 * Prose.MAX;

        @Override
        public void visit(Link link) {
            keepWithin(link, link.getDestination(), link.getTitle());
        }

        @Override
        public void visit(Image image) {
            keepWithin(image, image.getDestination(), image.getTitle());
        }

        private void keepWithin(Node node, String destination, @Nullable String title) {
            visitChildren(node);
            left -= destination.length() + (title == null ? 0 : title.length());
            if (left < 0) {
                while (node.getFirstChild() != null) {
                    node.insertBefore(node.getFirstChild());
                }
                node.unlink();
            }
        }
    }

    /** Renders an image as a link with the image's description, or its address if it has none. */
    private static final class ImageLinks implements NodeRenderer {
        private final HtmlNodeRendererContext context;

        ImageLinks(HtmlNodeRendererContext context) {
            this.context = context;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Image.class);
        }

        @Override
        public void render(Node node) {
            var image = (Image) node;
            boolean nested = isInLink(image);
            if (!nested) {
                context.getWriter()
                        .tag("a", Map.of("href", context.urlSanitizer().sanitizeImageUrl(image.getDestination())));
            }
            if (image.getFirstChild() == null) {
                context.getWriter().text(image.getDestination());
            }
            for (Node child = image.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
            if (!nested) {
                context.getWriter().tag("/a");
            }
        }

        private static boolean isInLink(Node node) {
            for (Node parent = node.getParent(); parent != null; parent = parent.getParent()) {
                if (parent instanceof Link || parent instanceof Image) {
                    return true;
                }
            }
            return false;
        }
    }
}
