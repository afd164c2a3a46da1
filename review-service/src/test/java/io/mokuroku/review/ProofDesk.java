package io.mokuroku.review;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Titles;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.message.ReviewRequested;
import io.mokuroku.review.decision.StatesFake;
import io.mokuroku.review.task.Claim;
import io.mokuroku.review.task.Priority;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.Subject;
import io.mokuroku.review.template.DeployTemplates;
import io.mokuroku.review.template.TestTemplates;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The service with questions to try a browser on: an issuer that lets everybody in by
 * name, a workflow that tells what it was answered, and pictures. Ends when its standard
 * input does.
 */
final class ProofDesk {

	private final EntryParts parts;

	private final AnimeStore store;

	private final ReviewTasks tasks;

	private ProofDesk(ConfigurableApplicationContext context) {
		this.parts = context.getBean(EntryParts.class);
		this.store = context.getBean(AnimeStore.class);
		this.tasks = context.getBean(ReviewTasks.class);
	}

	public static void main(String[] arguments) throws IOException {
		HttpServer beside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		StatesFake states = ReviewServiceTest.Surroundings.STATES;
		beside.createContext("/answers", (exchange) -> reply(exchange, "text/plain", states.answers()
			.stream()
			.map((answer) -> answer.token() + " " + answer.action() + " " + answer.body().path("output").asString(""))
			.collect(Collectors.joining("\n"))
			.getBytes(StandardCharsets.UTF_8)));
		beside.createContext("/", (exchange) -> reply(exchange, "image/png", cover(exchange.getRequestURI())));
		beside.start();
		URI besideAddress = URI.create("http://127.0.0.1:" + beside.getAddress().getPort());
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(ReviewServiceApplication.class)
			.initializers(new ReviewServiceTest.Surroundings())
			.run("--server.port=0", "--server.address=127.0.0.1")) {
			new ProofDesk(context).layOut(besideAddress);
			TestTemplates.show(context.getBean(DeployTemplates.class), "queue.liquid",
					"<p class=\"facts\">Second edition</p>\n", "mio");
			System.out.println("READY http://127.0.0.1:%s %s"
				.formatted(context.getEnvironment().getProperty("local.server.port"), besideAddress));
			System.in.transferTo(OutputStream.nullOutputStream());
		}
		System.exit(0);
	}

	private void layOut(URI pictures) {
		AnimeEntry live = ProofEntries.live();
		AnimeEntry proposal = ProofEntries.proposal(pictures);
		this.store.add(List.of(live));
		this.parts.putProposal(proposal);
		this.parts.putChoices(live.id(), ProofEntries.choices());
		this.parts.putEpisodes(ProofEntries.episodes(live.id()));
		this.parts.replaceCharacters(live.id(), ProofEntries.characters(live.id()));
		this.parts.replaceStaff(live.id(), ProofEntries.staff(live.id()));
		Instant now = Instant.now();
		ask("long", live, Priority.URGENT, now.minus(Duration.ofHours(5)), "CORE_CONFLICT", "POPULAR");
		small("keys", "Kaze no Shirabe", Priority.HIGH, now.minus(Duration.ofHours(30)), "LOW_CONFIDENCE");
		small("stale", "Mori no Oto", Priority.NORMAL, now.minus(Duration.ofDays(3)), "MISSING_REQUIRED");
		small("reject", "Yoru no Machi", Priority.NORMAL, now.minus(Duration.ofDays(4)), "SAMPLE");
		small("hostile", "\"><script>alert(1)</script><img src=x onerror=alert(1)>", Priority.LOW,
				now.minus(Duration.ofDays(5)), "IDENTITY", "<b>REASON</b>");
		ReviewTask held = small("held", "Asa no Niji", Priority.LOW, now.minus(Duration.ofDays(6)), "ADULT_MISMATCH");
		this.tasks.save(held.claimed(new Claim("grace", now.plus(Duration.ofHours(1))), now));
		for (int i = 0; i < 60; i++) {
			small("more-" + i, "Anime No. " + i, Priority.LOW, now.minus(Duration.ofDays(7L + i)), "SAMPLE");
		}
	}

	private ReviewTask small(String execution, String title, Priority priority, Instant since, String... reasons) {
		AnimeEntry entry = Entries.aDraft(title, "MYANIMELIST#" + (1 + Math.floorMod(execution.hashCode(), 800_000)));
		this.parts.putProposal(entry.with((change) -> {
			change.titles = new Titles(title, title, title, List.of(title + " 2"));
			change.synopsis = title;
		}));
		return ask(execution, entry, priority, since, reasons);
	}

	private ReviewTask ask(String execution, AnimeEntry entry, Priority priority, Instant since, String... reasons) {
		ReviewTask task = ReviewTask.asked(
				new ReviewRequested("token-" + execution, execution, entry.id(), List.of(reasons), 0.74, since),
				new Subject(entry.titles().main(), AnimeType.TV, priority), since);
		this.tasks.save(task);
		return task;
	}

	private static byte[] cover(URI address) throws IOException {
		int shade = Math.floorMod(address.getPath().hashCode() * 47, 360);
		BufferedImage image = new BufferedImage(220, 312, BufferedImage.TYPE_INT_RGB);
		Graphics2D painter = image.createGraphics();
		painter.setPaint(new GradientPaint(0, 0, Color.getHSBColor(shade / 360f, 0.45f, 0.75f), 0, 312,
				Color.getHSBColor((shade + 60) / 360f, 0.6f, 0.35f)));
		painter.fillRect(0, 0, 220, 312);
		painter.dispose();
		ByteArrayOutputStream png = new ByteArrayOutputStream();
		ImageIO.write(image, "png", png);
		return png.toByteArray();
	}

	private static void reply(HttpExchange exchange, String type, byte[] body) throws IOException {
		try (exchange) {
			exchange.getResponseHeaders().add("Content-Type", type);
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
		}
	}

}
