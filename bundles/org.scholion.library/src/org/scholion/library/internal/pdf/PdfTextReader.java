package org.scholion.library.internal.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.LibraryException;
import org.scholion.library.PdfText;
import org.scholion.library.internal.pdf.PdfFile.LockedException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Reads the text of PDF files; see {@link PdfText}. */
public final class PdfTextReader {

    private static final int MOST_PAGES = 3000;
    private static final long MOST_SECONDS = 120;
    private static final int HIGHEST_LABEL = 100_000;

    private PdfTextReader() {}

    public static PdfText read(Path file, CancelToken cancel) throws LibraryException, CancelledException {
        try {
            return PdfFile.with(file, cancel, document -> text(document, cancel));
        } catch (LockedException locked) {
            return new PdfText(List.of(), List.of(), Messages.pdf_encrypted);
        }
    }

    private static PdfText text(PDDocument document, CancelToken cancel) throws IOException, CancelledException {
        PageLines read = PageLines.read(document, MOST_PAGES, MOST_SECONDS, cancel);
        List<List<TextLine>> pages = new ArrayList<>();
        for (List<TextLine> page : read.pages()) {
            cancel.check();
            pages.add(ReadingOrder.of(page));
        }
        Paragraphs paragraphs = new Paragraphs(pages);
        List<String> texts = new ArrayList<>();
        for (List<TextLine> page : RunningHeads.without(pages)) {
            cancel.check();
            texts.add(paragraphs.text(page));
        }
        return new PdfText(texts, labels(document, texts.size()), problem(read, texts));
    }

    private static String problem(PageLines read, List<String> texts) {
        if (read.stopped()) {
            return NLS.bind(Messages.pdf_notAll, texts.size());
        }
        if (!read.damaged().isEmpty()) {
            String numbers = read.damaged().stream().limit(20).map(String::valueOf).collect(Collectors.joining(", "));
            return NLS.bind(Messages.pdf_pages, numbers);
        }
        return texts.stream().allMatch(String::isBlank) ? Messages.pdf_noText : "";
    }

    /** Numbers of pages where the document has no names for them, or none that can be meant. */
    private static List<String> labels(PDDocument document, int pages) {
        List<String> labels = new ArrayList<>();
        String[] own = ownLabels(document);
        for (int i = 0; i < pages; i++) {
            String label = i < own.length && own[i] != null ? own[i].strip() : "";
            labels.add(label.isEmpty() ? String.valueOf(i + 1) : label);
        }
        return labels;
    }

    private static String[] ownLabels(PDDocument document) {
        try {
            PDPageLabels labels = document.getDocumentCatalog().getPageLabels();
            if (labels == null || document.getNumberOfPages() > MOST_PAGES) {
                return new String[0];
            }
            for (int page : labels.getPageIndices()) {
                PDPageLabelRange range = labels.getPageLabelRange(page);
                if (range == null || page < 0 || range.getStart() > HIGHEST_LABEL) {
                    return new String[0];
                }
            }
            return labels.getLabelsByPageIndices();
        } catch (IOException | RuntimeException broken) {
            return new String[0];
        }
    }
}
