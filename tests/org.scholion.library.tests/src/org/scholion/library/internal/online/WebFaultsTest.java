package org.scholion.library.internal.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.library.LibraryException;
import org.scholion.library.Reference;
import org.scholion.library.online.OnlineSource;
import org.scholion.library.online.WorkId;
import org.scholion.system.Pace;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

class WebFaultsTest {

    private static final FakeSite.Answer GOOD = FakeSite.json(Answers.CROSSREF_LIST);

    private static List<Reference> search(Sites sites) throws LibraryException, CancelledException {
        return sites.on(OnlineSource.CROSSREF).searches().getFirst().search("tides", 5, CancelToken.NEVER);
    }

    private static String refusal(Sites sites) {
        String message = String.valueOf(assertThrows(LibraryException.class, () -> search(sites)).getMessage());
        assertTrue(message.contains("Crossref"), message);
        return message;
    }

    private static Sites answering(FakeSite.Answer... answers) {
        return new Sites(FakeSite.inOrder(answers));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503})
    void whatMayPassIsTriedAgain(int status) throws Exception {
        try (Sites sites = answering(FakeSite.status(status, "text/html", "<h1>no</h1>"), GOOD)) {
            assertEquals(2, search(sites).size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 422, 501})
    void whatDoesNotPassIsNotTriedAgain(int status) throws Exception {
        try (Sites sites = answering(FakeSite.status(status, "application/json", "{}"), GOOD)) {
            assertTrue(refusal(sites).contains("HTTP " + status));
            assertEquals(1, sites.site.seen.size());
        }
    }

    @Test
    void aSourceInTroubleIsLeftAloneAfterFourTriesWithGrowingPauses() throws Exception {
        try (Sites sites = new Sites(new FakeSite(path -> FakeSite.status(500, "text/plain", "")))) {
            refusal(sites);
            assertEquals(4, sites.site.seen.size());
            assertTrue(sites.pace.pauses.stream().anyMatch(pause -> pause.compareTo(Duration.ofSeconds(2)) >= 0), sites.pace.pauses.toString());
        }
    }

    @Test
    void theSourceSaysHowLongToWait() throws Exception {
        try (Sites sites = answering(FakeSite.status(429, "text/plain", "", "Retry-After: 7"), GOOD)) {
            search(sites);
            assertTrue(sites.pace.pauses.contains(Duration.ofSeconds(7)), sites.pace.pauses.toString());
        }
    }

    @Test
    void aDateToWaitForIsUnderstood() throws Exception {
        try (Sites sites = answering(FakeSite.status(503, "text/plain", "", "Retry-After: Thu, 01 Jan 2026 00:00:09 GMT"), GOOD)) {
            search(sites);
            assertTrue(sites.pace.pauses.contains(Duration.ofSeconds(9)), sites.pace.pauses.toString());
        }
    }

    @Test
    void nobodyWaitsForLong() throws Exception {
        try (Sites sites = answering(FakeSite.status(429, "text/plain", "", "Retry-After: 600"), GOOD)) {
            assertTrue(refusal(sites).contains("600"));
            assertEquals(1, sites.site.seen.size());
        }
    }

    @Test
    void aConnectionThatBreaksIsMadeAgain() throws Exception {
        try (Sites sites = answering(FakeSite.hangUp(), FakeSite.cut("{\"message\""), GOOD)) {
            assertEquals(2, search(sites).size());
        }
    }

    @Test
    void anAbsentSourceIsNamed() throws Exception {
        FakeSite gone = FakeSite.inOrder();
        gone.close();
        try (Sites sites = new Sites(gone)) {
            refusal(sites);
        }
    }

    @Test
    void anotherMediaTypeIsRefused() throws Exception {
        try (Sites sites = answering(FakeSite.status(200, "text/html; charset=utf-8", "<html>login</html>"))) {
            assertTrue(refusal(sites).contains("text/html"));
        }
    }

    @Test
    void anAnswerThatIsNoJsonIsRefused() throws Exception {
        try (Sites sites = answering(FakeSite.json("{\"message\": [ oh"))) {
            refusal(sites);
            assertEquals(1, sites.site.seen.size());
        }
    }

    @Test
    void anEndlessAnswerIsNotKept() throws Exception {
        try (Sites sites = answering(FakeSite.endless("application/json"))) {
            assertTrue(refusal(sites).contains("16 MiB"));
        }
    }

    @Test
    void anEndlessRefusalIsNotReadEither() throws Exception {
        byte[] part = new byte[65_536];
        try (Sites sites = answering((out, in) -> {
            FakeSite.write(out, "HTTP/1.1 400 No\r\nContent-Type: text/plain\r\n\r\n");
            while (true) {
                out.write(part);
            }
        })) {
            assertTrue(refusal(sites).contains("HTTP 400"));
        }
    }

    @Test
    void aSourceThatSaysNothingIsGivenUp() throws Exception {
        AtomicBoolean first = new AtomicBoolean();
        FakeSite[] site = new FakeSite[1];
        site[0] = new FakeSite(path -> site[0].silence(first.getAndSet(true) ? "" : "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{"));
        try (Sites sites = new Sites(site[0], new FakePace(Duration.ofSeconds(3)))) {
            assertTrue(refusal(sites).contains("too long"));
            assertTrue(site[0].sawClientLeave());
            refusal(sites);
        }
    }

    @Test
    void cancellingEndsARequestAtOnce() throws Exception {
        FakeSite[] site = new FakeSite[1];
        site[0] = new FakeSite(path -> site[0].silence("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{"));
        try (Sites sites = new Sites(site[0])) {
            CancelToken whenAsked = () -> site[0].asked.getCount() == 0;
            assertThrows(CancelledException.class,
                    () -> sites.on(OnlineSource.CROSSREF).searches().getFirst().search("tides", 5, whenAsked));
            assertTrue(site[0].sawClientLeave());
        }
    }

    @Test
    void whoWaitsForItsTurnCanBeCancelled() throws Exception {
        Gate gate = new Gate(Pace.SYSTEM);
        try (Gate.Turn turn = gate.take(Duration.ofHours(1), CancelToken.NEVER)) {
            long end = System.nanoTime() + 50_000_000;
            assertThrows(CancelledException.class, () -> gate.take(Duration.ZERO, () -> System.nanoTime() > end));
        }
        long end = System.nanoTime() + 50_000_000;
        assertThrows(CancelledException.class, () -> gate.take(Duration.ZERO, () -> System.nanoTime() > end));
    }

    @Test
    void theSecondRequestWaitsAsLongAsTheSourceWants() throws Exception {
        try (Sites sites = new Sites(new FakeSite(path -> FakeSite.status(200, "application/atom+xml", Answers.ARXIV)))) {
            sites.on(OnlineSource.ARXIV).searches().getFirst().search("tides", 5, CancelToken.NEVER);
            assertEquals(List.of(), sites.pace.pauses);
            sites.on(OnlineSource.ARXIV).searches().getFirst().search("moons", 5, CancelToken.NEVER);
            assertEquals(List.of(Duration.ofSeconds(3)), sites.pace.pauses);
        }
    }

    @Test
    void aRedirectionToAnotherHostIsNotFollowed() throws Exception {
        try (FakeSite other = FakeSite.inOrder(GOOD); Sites sites = answering(FakeSite.redirect(other.address() + "/works"))) {
            assertTrue(refusal(sites).contains(other.address().getAuthority()));
            assertTrue(other.seen.isEmpty());
        }
    }

    @Test
    void aRedirectionOnTheSameHostIsFollowed() throws Exception {
        try (Sites sites = answering(FakeSite.redirect("/elsewhere"), GOOD)) {
            assertEquals(2, search(sites).size());
            assertEquals("/elsewhere", sites.site.paths().getLast());
        }
    }

    @Test
    void redirectionsHaveAnEnd() throws Exception {
        try (Sites sites = new Sites(new FakeSite(path -> FakeSite.redirect("/again")))) {
            refusal(sites);
            assertEquals(6, sites.site.seen.size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://shore.example/a", "http://shore.example/a", "http://user@127.0.0.1/a", "::", ""})
    void aRedirectionToSomethingElseIsNotFollowed(String location) throws Exception {
        try (Sites sites = answering(FakeSite.redirect(location))) {
            LibraryException refused = assertThrows(LibraryException.class,
                    () -> sites.on(OnlineSource.DOI).find(WorkId.of("10.5555/tide.1").orElseThrow(), CancelToken.NEVER));
            assertTrue(String.valueOf(refused.getMessage()).contains("doi.org"), refused.getMessage());
        }
    }

    @Test
    void theResolverLeadsToTheAgency() throws Exception {
        try (FakeSite agency = FakeSite.inOrder(FakeSite.status(200, "application/vnd.citationstyles.csl+json", Answers.CSL));
                Sites sites = answering(FakeSite.redirect(agency.address() + "/v1/works/10.5555%2Fsand/transform"))) {
            Reference found = sites.on(OnlineSource.DOI).find(WorkId.of("10.5555/sand").orElseThrow(), CancelToken.NEVER).orElseThrow();
            assertEquals("All of sand", found.title());
            assertEquals("application/vnd.citationstyles.csl+json", agency.seen.getFirst().headers().get("accept"));
        }
    }

    @Test
    void aSourceOnTheInternetDoesNotLeadToThisMachine() {
        URI far = URI.create("https://shore.example");
        assertFalse(Web.isSafe(URI.create("http://127.0.0.1/a"), far));
        assertFalse(Web.isSafe(URI.create("https://localhost/a"), far));
        assertFalse(Web.isSafe(URI.create("http://shore.example/a"), far));
        assertTrue(Web.isSafe(URI.create("https://other.example/a"), far));
    }
}
