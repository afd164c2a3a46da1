package io.mokuroku.search.webhook;

import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.mokuroku.search.answer.AdultContent;
import io.mokuroku.search.answer.Answer;
import io.mokuroku.search.answer.Resource;
import io.mokuroku.search.answer.Total;
import io.mokuroku.web.ApiProblem;
import io.mokuroku.web.ErrorCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Webhooks of whoever asks; nobody sees those of others.
 */
@RestController
@Tag(name = "Webhooks")
final class WebhooksController {

	private final Webhooks webhooks;

	private final PostEvent post;

	private final JsonMapper json;

	private final InstantSource clock;

	private final SecureRandom random;

	private final WebhookSettings settings;

	WebhooksController(Webhooks webhooks, PostEvent post, JsonMapper json, InstantSource clock, SecureRandom random,
			WebhookSettings settings) {
		this.webhooks = webhooks;
		this.post = post;
		this.json = json;
		this.clock = clock;
		this.random = random;
		this.settings = settings;
	}

	@PostMapping(path = "/v1/webhooks", produces = Answer.MEDIA_TYPE)
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(operationId = "addWebhook", summary = "Be told of changes",
			description = "The answer has the secret that events are signed with. It is not told again.")
	@ApiResponse(responseCode = "201", description = "Created", useReturnTypeSchema = true)
	@ApiResponse(responseCode = "409", description = "Nobody may have more (`too_many_webhooks`)",
			content = @Content(mediaType = Answer.MEDIA_TYPE,
					schema = @Schema(ref = "#/components/schemas/ErrorDocument")))
	ResponseEntity<Answer<Resource<WebhookDetails>>> add(@Valid @RequestBody NewWebhook wanted, Authentication caller) {
		boolean adult = AdultContent.shown(Boolean.TRUE.equals(wanted.includeAdult()));
		this.post.wrongWith(wanted.url()).ifPresent((wrong) -> {
			throw ApiProblem.badField("/url", wrong);
		});
		Webhook webhook = new Webhook(UUID.randomUUID(), owner(caller), wanted.url(), Signature.newSecret(this.random),
				adult, this.clock.instant(), 1, null, null, List.of());
		if (!this.webhooks.add(webhook, this.settings.most())) {
			throw ApiProblem.conflict("too_many_webhooks",
					"nobody may have more than " + this.settings.most() + " webhooks");
		}
		return ResponseEntity.created(URI.create("/v1/webhooks/" + webhook.id()))
			.body(Answer.of(WebhookDetails.withSecret(webhook)));
	}

	@GetMapping(path = "/v1/webhooks", produces = Answer.MEDIA_TYPE)
	@Operation(operationId = "webhooks", summary = "Your webhooks",
			description = "The newest last, each with its last attempts.")
	Answer<List<Resource<WebhookDetails>>> all(Authentication caller) {
		List<Resource<WebhookDetails>> own = own(caller).stream().map(WebhookDetails::resource).toList();
		return Answer.of(own, new Total(own.size()));
	}

	@GetMapping(path = "/v1/webhooks/{id}", produces = Answer.MEDIA_TYPE)
	@Operation(operationId = "webhook", summary = "One of your webhooks")
	Answer<Resource<WebhookDetails>> one(@PathVariable UUID id, Authentication caller) {
		return Answer.of(WebhookDetails.resource(get(id, caller)));
	}

	@DeleteMapping("/v1/webhooks/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "removeWebhook", summary = "Be told no more")
	void remove(@PathVariable UUID id, Authentication caller) {
		this.webhooks.remove(get(id, caller));
	}

	@PostMapping(path = "/v1/webhooks/{id}/pings", produces = Answer.MEDIA_TYPE)
	@Operation(operationId = "pingWebhook", summary = "Post an event of type ping at once",
			description = "Once. The newest attempt tells how it went. If it succeeds, a disabled webhook is active again.")
	Answer<Resource<WebhookDetails>> ping(@PathVariable UUID id, Authentication caller) {
		Webhook webhook = get(id, caller);
		String body = this.json
			.writeValueAsString(new AnnounceChanges.Event("ping", this.clock.instant(), Map.of("webhookId", id)));
		Webhook.Attempt attempt = this.post.post(webhook, "evt_" + UUID.randomUUID().toString().replace("-", ""), body);
		return Answer.of(WebhookDetails
			.resource(this.webhooks.update(id, (before) -> before.after(attempt, this.settings.disableAfter()))
				.orElseThrow(WebhooksController::unknown)));
	}

	private List<Webhook> own(Authentication caller) {
		String owner = owner(caller);
		return this.webhooks.all()
			.stream()
			.filter((webhook) -> webhook.owner().equals(owner))
			.sorted(Comparator.comparing(Webhook::createdAt))
			.toList();
	}

	private Webhook get(UUID id, Authentication caller) {
		String owner = owner(caller);
		return this.webhooks.find(id)
			.filter((webhook) -> webhook.owner().equals(owner))
			.orElseThrow(WebhooksController::unknown);
	}

	/** Tokens without a subject belong to nobody. */
	private static String owner(Authentication caller) {
		String subject = caller.getName();
		if (subject == null || subject.isBlank()) {
			throw ApiProblem.of(ErrorCode.FORBIDDEN, "the token has no subject, so nothing can be yours");
		}
		return subject;
	}

	private static ApiProblem unknown() {
		return ApiProblem.notFound("webhook_not_found", "you have no such webhook");
	}

	/**
	 * Who wants to be told.
	 *
	 * @param url where events are posted to
	 * @param includeAdult whether it may hear of adult entries; needs the scope
	 */
	record NewWebhook(@NotNull @Schema(example = "https://example.org/hooks/mokuroku") URI url,
			@Nullable Boolean includeAdult) {
	}

}
