package org.scholion.cli.internal.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.scholion.assist.Category;
import org.scholion.assist.Severity;

class FindingsHtmlTest {

    private static final Set<String> VOID = Set.of("meta");

    @Test
    void thePageStandsAlone() {
        String page = page(report());
        assertTrue(page.startsWith("<!DOCTYPE html>\n<html lang=\""), page);
        assertTrue(page.contains("<meta charset=\"utf-8\">"));
        assertTrue(page.contains("prefers-color-scheme: dark"));
        assertFalse(page.contains("<script") || page.contains("<link") || page.contains("url(") || page.contains("http"), page);
    }

    @Test
    void everyElementIsClosed() {
        Deque<String> open = new ArrayDeque<>();
        Matcher tags = Pattern.compile("<(/?)([a-z][a-z0-9]*)[^>]*>").matcher(page(report()));
        while (tags.find()) {
            if (tags.group(1).isEmpty()) {
                if (!VOID.contains(tags.group(2))) {
                    open.push(tags.group(2));
                }
            } else {
                assertEquals(open.pop(), tags.group(2));
            }
        }
        assertTrue(open.isEmpty(), open.toString());
    }

    @Test
    void categoriesCountTheirFindings() {
        String page = page(report());
        assertTrue(page.contains("<a href=\"#spelling\">Spelling <span class=\"count\">2</span></a>"), page);
        assertTrue(page.contains("<section id=\"style\">"), page);
        assertFalse(page.contains("<section id=\"grammar\">"), page);
    }

    @Test
    void theSentenceIsTheContext() {
        String page = page(report());
        assertTrue(page.contains("<blockquote>Here is <mark>teh</mark> text.</blockquote>"), page);
    }

    @Test
    void textIsEscaped() {
        String page = page(Reports.of("a <b> & \"c\"", Reports.advice(Category.STYLE, Severity.INFO, "<b>: no <i>", "<u>")));
        assertTrue(page.contains("a <mark>&lt;b&gt;</mark> &amp; &quot;c&quot;"), page);
        assertTrue(page.contains("no &lt;i&gt;"), page);
        assertTrue(page.contains("<ins>&lt;u&gt;</ins>"), page);
    }

    @Test
    void deletionAndUnreadableInputsShow() {
        String page = page(Reports.of("a b", List.of("gone.tex: not there"), Reports.advice(Category.STYLE, Severity.INFO, "b: m", "")));
        assertTrue(page.contains("<em>delete</em>"), page);
        assertTrue(page.contains("<li>gone.tex: not there</li>"), page);
    }

    @Test
    void aPaperWithoutATitleIsCalledByItsFile() {
        assertTrue(page(report()).contains("<h1>What was found in “my paper.tex”</h1>"));
    }

    @Test
    void nothingFoundIsSaid() {
        assertTrue(page(Reports.of("Fine.")).contains("Nothing was found."));
    }

    private static Report report() {
        return Reports.of(
                "First one. Here is teh text. Last ab.\n\nUtilize.",
                Reports.advice(Category.SPELLING, Severity.ERROR, "teh: m", "the"),
                Reports.advice(Category.SPELLING, Severity.ERROR, "ab: m"),
                Reports.advice(Category.STYLE, Severity.INFO, "Utilize: m", "Use"));
    }

    private static String page(Report report) {
        return new FindingsHtml().format(report);
    }
}
