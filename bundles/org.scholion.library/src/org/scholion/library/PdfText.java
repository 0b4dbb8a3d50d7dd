package org.scholion.library;

import java.nio.file.Path;
import java.util.List;
import org.scholion.library.internal.pdf.PdfTextReader;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * The text of a PDF file, page by page: in reading order, words put together again that stand on two lines, without the lines that are repeated at
 * the top or bottom of most pages. A paragraph is one line.
 *
 * @param pages the text of each page; empty where a page has none
 * @param labels what the document calls each page, such as {@code iv} or {@code 265}; by count where it says nothing; as many as pages
 * @param problem why there is no text, or not all of it, as one sentence for the author; empty where all is well
 */
public record PdfText(List<String> pages, List<String> labels, String problem) {

    public PdfText {
        pages = List.copyOf(pages);
        labels = List.copyOf(labels);
        if (pages.size() != labels.size()) {
            throw new IllegalArgumentException(pages.size() + " pages with " + labels.size() + " labels");
        }
    }

    /**
     * Reads the text. Long documents are read up to a limit, which the problem tells.
     *
     * @throws LibraryException when there is no such file or it is no PDF
     */
    public static PdfText read(Path file, CancelToken cancel) throws LibraryException, CancelledException {
        return PdfTextReader.read(file, cancel);
    }

    /** Whether there are any words. */
    public boolean hasText() {
        return pages.stream().anyMatch(page -> !page.isBlank());
    }
}
