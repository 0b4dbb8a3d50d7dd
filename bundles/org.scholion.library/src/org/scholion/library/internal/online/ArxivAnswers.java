package org.scholion.library.internal.online;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;
import org.scholion.library.WorkType;
import org.scholion.library.online.OnlineSource;
import org.scholion.library.online.OpenPdf;
import org.scholion.library.online.WorkId;

/** Reads the Atom of arXiv. */
public final class ArxivAnswers {

    private ArxivAnswers() {}

    /** The works of a feed. */
    public static List<Reference> works(String answer) throws BrokenAnswer {
        List<Reference> works = new ArrayList<>();
        for (XmlElement entry : entries(answer)) {
            work(entry).ifPresent(works::add);
        }
        return works;
    }

    /** The PDFs of the works of a feed. */
    public static List<OpenPdf> pdfs(String answer) throws BrokenAnswer {
        List<OpenPdf> pdfs = new ArrayList<>();
        for (XmlElement entry : entries(answer)) {
            for (XmlElement link : entry.children("link")) {
                if (link.attribute("title").equals("pdf") || link.attribute("type").equals("application/pdf")) {
                    Optional<URI> address = Pdfs.address(link.attribute("href"));
                    address.ifPresent(known -> pdfs.add(new OpenPdf(OnlineSource.ARXIV, known, "submittedVersion", "")));
                }
            }
        }
        return pdfs;
    }

    private static List<XmlElement> entries(String answer) throws BrokenAnswer {
        XmlElement feed = XmlElement.parse(answer);
        if (!feed.name().equals("feed")) {
            throw new BrokenAnswer(NLS.bind(Messages.answer_lacks, "feed"));
        }
        List<XmlElement> entries = feed.children("entry");
        // a mistake in the question comes as an entry of its own
        for (XmlElement entry : entries) {
            if (entry.text("id").contains("/api/errors") || entry.text("title").equals("Error") && entry.text("id").contains("errors")) {
                throw new BrokenAnswer(NLS.bind(Messages.answer_error, entry.text("summary")));
            }
        }
        return entries;
    }

    private static Optional<Reference> work(XmlElement entry) {
        FoundWork work = new FoundWork().type(WorkType.PREPRINT).title(entry.text("title"));
        if (work.isEmpty()) {
            return Optional.empty();
        }
        String address = entry.text("id");
        work.abstractText(entry.text("summary"))
                .date(entry.text("published"))
                .doi(entry.text("doi"))
                .field(WorkField.EPRINT, WorkId.arxiv(address).map(WorkId::value).orElse(""))
                .field(WorkField.ARCHIVE, "arXiv")
                .field(WorkField.URL, address.replaceFirst("^http:", "https:"))
                .field(WorkField.NOTE, entry.text("comment"))
                .venue(entry.text("journal_ref"));
        entry.all("author", "name").forEach(name -> work.author(name.text()));
        entry.children("category").forEach(category -> work.keyword(category.attribute("term")));
        return Optional.of(work.build());
    }
}
