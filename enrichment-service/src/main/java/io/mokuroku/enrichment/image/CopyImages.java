package io.mokuroku.enrichment.image;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.mokuroku.digest.Sha256;
import io.mokuroku.enrichment.workflow.PayloadSchemas;
import io.mokuroku.enrichment.workflow.TaskTokens;
import io.mokuroku.enrichment.workflow.WorkflowJson;
import io.mokuroku.message.ImagesRequested;
import io.mokuroku.message.MessageHandler;
import io.mokuroku.message.MessageSender;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Copies the pictures of an entry, each address and each content once, whoever asks. A
 * picture that may not be copied is left out. One that cannot be had now is left out of
 * the answer to a workflow and asked for once more without it: that request is repeated
 * as the queue allows and then lies with the dead letters. Where no workflow waits, the
 * entry learns of the copy of its picture here.
 */
final class CopyImages implements MessageHandler<ImagesRequested> {

	private static final String TASK = "images";

	private static final Logger logger = LoggerFactory.getLogger(CopyImages.class);

	private final ImageDownload download;

	private final ImageBucket bucket;

	private final CopiedImages copied;

	private final ShowCopies shown;

	private final TaskTokens tokens;

	private final PayloadSchemas schemas;

	private final MessageSender sender;

	private final ImageSettings settings;

	private final InstantSource clock;

	CopyImages(ImageDownload download, ImageBucket bucket, CopiedImages copied, ShowCopies shown, TaskTokens tokens,
			PayloadSchemas schemas, MessageSender sender, ImageSettings settings, InstantSource clock) {
		this.download = download;
		this.bucket = bucket;
		this.copied = copied;
		this.shown = shown;
		this.tokens = tokens;
		this.schemas = schemas;
		this.sender = sender;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public void handle(ImagesRequested request) {
		String token = request.taskToken();
		if (token == null) {
			Copies made = copies(request);
			this.shown.show(request.animeId(),
					made.copies().stream().collect(Collectors.toMap(Copy::url, Copy::key, (one, other) -> one)));
			if (!made.missing().isEmpty()) {
				throw new RetryableFailure("%d of %d images of %s cannot be had, worth trying after %s: %s".formatted(
						made.missing().size(), request.images().size(), request.animeId(), retryAt(), made.missing()),
						null);
			}
		}
		else if (this.tokens.heartbeat(token)) {
			answer(request, token);
		}
	}

	private void answer(ImagesRequested request, String token) {
		try {
			this.schemas.checkInput(TASK, WorkflowJson.MAPPER.valueToTree(request));
			Copies made = copies(request);
			JsonNode answer = WorkflowJson.MAPPER.valueToTree(new Answer(made.copies()));
			this.schemas.checkOutput(TASK, answer);
			if (!made.missing().isEmpty()) {
				this.sender.send(new ImagesRequested(request.animeId(), List.copyOf(made.missing().keySet()), null));
			}
			this.tokens.succeed(token, WorkflowJson.MAPPER.writeValueAsString(answer));
		}
		catch (PermanentFailure ex) {
			logger.warn("images failed anime={} error={}", request.animeId(), ex.code(), ex);
			this.tokens.fail(token, ex.code(), String.valueOf(ex.getMessage()));
		}
	}

	private Copies copies(ImagesRequested request) {
		List<Copy> copies = new ArrayList<>();
		Map<URI, String> missing = new LinkedHashMap<>();
		for (URI address : request.images()) {
			try {
				copies.add(new Copy(address, copy(address)));
			}
			catch (ImageRefused ex) {
				this.copied.putMissing(address, retryAt());
				logger.info("image skipped anime={} host={} reason={}", request.animeId(), address.getHost(),
						ex.getMessage());
			}
			catch (ImageUnavailable ex) {
				missing.put(address, String.valueOf(ex.getMessage()));
				this.copied.putMissing(address, retryAt());
				logger.info("image missing anime={} host={} reason={} cause={}", request.animeId(), address.getHost(),
						ex.getMessage(), String.valueOf(ex.getCause()));
			}
		}
		return new Copies(copies, missing);
	}

	private Instant retryAt() {
		return this.clock.instant().plus(this.settings.retryAfter());
	}

	private String copy(URI address) throws ImageRefused, ImageUnavailable {
		Optional<String> known = this.copied.findKey(address);
		if (known.isPresent()) {
			return known.get();
		}
		byte[] content = this.download.fetch(address);
		ImageFormat format = ImageFormat.of(content).orElseThrow(() -> new ImageRefused("not a picture we keep", null));
		ImageSize size = ImageSize.of(format, content)
			.orElseThrow(() -> new ImageRefused("a picture without a size", null));
		if (Math.max(size.width(), size.height()) > this.settings.longestSide()
				|| size.pixels() > this.settings.mostPixels()) {
			throw new ImageRefused("too many pixels: %d x %d".formatted(size.width(), size.height()), null);
		}
		String key = "images/" + Sha256.hex(content) + "." + format.extension();
		this.bucket.putIfAbsent(key, content, format.mediaType());
		this.copied.put(address, key, this.clock.instant());
		return key;
	}

	/**
	 * What became of a request.
	 *
	 * @param copies what is copied
	 * @param missing what cannot be had now, and why
	 */
	private record Copies(List<Copy> copies, Map<URI, String> missing) {
	}

	/**
	 * What the state machine learns.
	 *
	 * @param images the copies
	 */
	private record Answer(List<Copy> images) {
	}

	/**
	 * A copy.
	 *
	 * @param url where the picture was
	 * @param key where our copy is
	 */
	private record Copy(URI url, String key) {
	}

}
