package org.scholion.ui.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.osgi.util.NLS;
import org.scholion.ui.internal.Messages;

/** What a list of completions says of a work. */
public final class WorkDescription {

    /** Stands before what is said of a work that the paper cites already. */
    public static final String CITED = "\u2713 ";

    private static final int LONGEST = 600;

    private final CitableWork work;

    public WorkDescription(CitableWork work) {
        this.work = work;
    }

    /** In one line: who, when, what, and where it comes from when it is not the paper's own. */
    public String line() {
        String who = work.authorYear();
        String what = who.isEmpty() ? work.title() : who + " \u00b7 " + work.title();
        String mark = work.suggestion().cited() > 0 ? CITED : "";
        return work.missingEntry().isEmpty()
                ? mark + what
                : mark + what + " (" + NLS.bind(Messages.citations_from, work.suggestion().library().getFileName()) + ")";
    }

    /** In whole, as HTML: the work, what happens when it is chosen, and why it is offered. */
    public List<String> information() {
        List<String> lines = new ArrayList<>();
        lines.add("<b>" + escaped(work.title()) + "</b>");
        lines.add(escaped(String.join("; ", work.suggestion().people())));
        lines.add(escaped(work.suggestion().venue() + " " + work.suggestion().year()));
        if (work.missingEntry().isPresent()) {
            lines.add(escaped(NLS.bind(Messages.citations_willBeAdded, work.suggestion().library())));
        }
        lines.addAll(reason());
        if (reason().isEmpty() && work.suggestion().cited() > 0) {
            lines.add(cited());
        }
        return lines;
    }

    /** Why it is offered, as HTML; the matching words stand in the reason already. */
    public List<String> reason() {
        String reason = work.suggestion().reason();
        return reason.isBlank() ? List.of() : List.of("<i>" + escaped(reason) + "</i>");
    }

    /** That the paper cites it, as HTML. */
    public static String cited() {
        return escaped(Messages.citations_cited);
    }

    /** What it is found by, in lower case. */
    public String searched() {
        String all = work.key() + " " + work.authorYear() + " " + String.join(" ", work.suggestion().people()) + " " + work.title() + " "
                + work.suggestion().venue();
        return all.toLowerCase(Locale.ROOT);
    }

    private static String escaped(String text) {
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "\u2026" : text;
        return shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replaceAll("\\s+", " ");
    }
}
