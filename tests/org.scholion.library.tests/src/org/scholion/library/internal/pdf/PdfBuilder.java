package org.scholion.library.internal.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.util.Matrix;

/** Writes small PDF files; {@link #save} ends it. */
final class PdfBuilder {

    private final PDDocument document = new PDDocument();
    private PDPageContentStream content;

    PdfBuilder() throws IOException {
        content = page();
    }

    private PDPageContentStream page() throws IOException {
        PDPage page = new PDPage();
        document.addPage(page);
        return new PDPageContentStream(document, page);
    }

    PdfBuilder nextPage() throws IOException {
        content.close();
        content = page();
        return this;
    }

    /** A page without anything, behind the one that is being written. */
    PdfBuilder emptyPage() {
        document.addPage(new PDPage());
        return this;
    }

    /** Lines one under the other, from so many points under the upper edge. */
    PdfBuilder lines(float left, float top, float size, String... lines) throws IOException {
        return lines(FontName.HELVETICA, left, top, size, lines);
    }

    PdfBuilder bold(float left, float top, float size, String... lines) throws IOException {
        return lines(FontName.HELVETICA_BOLD, left, top, size, lines);
    }

    private PdfBuilder lines(FontName font, float left, float top, float size, String... lines) throws IOException {
        for (int i = 0; i < lines.length; i++) {
            content.beginText();
            content.setFont(new PDType1Font(font), size);
            content.newLineAtOffset(left, 792 - top - i * 1.2f * size);
            content.showText(lines[i]);
            content.endText();
        }
        return this;
    }

    /** A line up the left margin. */
    PdfBuilder turned(String line) throws IOException {
        content.beginText();
        content.setFont(new PDType1Font(FontName.HELVETICA), 16);
        content.setTextMatrix(Matrix.getRotateInstance(Math.PI / 2, 30, 200));
        content.showText(line);
        content.endText();
        return this;
    }

    PdfBuilder information(String title, String author) {
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setAuthor(author);
        return this;
    }

    PdfBuilder metadata(String xmp) throws IOException {
        document.getDocumentCatalog().setMetadata(new PDMetadata(document, new ByteArrayInputStream(xmp.getBytes(StandardCharsets.UTF_8))));
        return this;
    }

    PdfBuilder labelsFrom(int start) {
        PDPageLabels labels = new PDPageLabels(document);
        PDPageLabelRange range = new PDPageLabelRange();
        range.setStyle(PDPageLabelRange.STYLE_DECIMAL);
        range.setStart(start);
        labels.setLabelItem(0, range);
        document.getDocumentCatalog().setPageLabels(labels);
        return this;
    }

    PdfBuilder password(String password) throws IOException {
        document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
        return this;
    }

    Path save(Path file) throws IOException {
        content.close();
        document.save(file.toFile());
        document.close();
        return file;
    }
}
