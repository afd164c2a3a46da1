package io.mokuroku.web;

import java.util.Arrays;
import java.util.Locale;

/**
 * The catalogue of error codes that any route may answer with. A code is the constant's
 * name in lower case and never changes its meaning; clients branch on it, people read
 * title and detail.
 */
public enum ErrorCode {

	/** The request cannot be understood, for a reason no other code names. */
	BAD_REQUEST(400, "The request is not valid"),
	/** The request line or a header breaks the rules of HTTP. */
	MALFORMED_REQUEST(400, "The request is not valid HTTP"),
	/** The body is not JSON. */
	MALFORMED_JSON(400, "The body is not valid JSON"),
	/** The route needs a body and there is none. */
	MISSING_BODY(400, "The body is missing"),
	/** A field of the body breaks a rule; {@code source.pointer} says which. */
	INVALID_FIELD(400, "A field is not valid"),
	/** The body has a field that the route does not know. */
	UNKNOWN_FIELD(400, "A field is not known"),
	/** A required query parameter is absent. */
	MISSING_PARAMETER(400, "A parameter is missing"),
	/** A query or path parameter breaks a rule; {@code source.parameter} says which. */
	INVALID_PARAMETER(400, "A parameter is not valid"),
	/** The query has a parameter that the route does not know. */
	UNKNOWN_PARAMETER(400, "A parameter is not known"),
	/** A required header is absent. */
	MISSING_HEADER(400, "A header is missing"),
	/** A header breaks a rule; {@code source.header} says which. */
	INVALID_HEADER(400, "A header is not valid"),
	/** The route needs an access token and there is none. */
	UNAUTHENTICATED(401, "An access token is needed"),
	/** The access token is malformed, forged, expired, or meant for somebody else. */
	INVALID_TOKEN(401, "The access token is not valid"),
	/** The caller may not do this. */
	FORBIDDEN(403, "Not allowed"),
	/** The access token lacks a scope. */
	INSUFFICIENT_SCOPE(403, "The access token lacks a scope"),
	/** There is nothing at this address. */
	NOT_FOUND(404, "Not found"),
	/** The address exists for other methods; the header {@code Allow} lists them. */
	METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
	/** The route cannot answer in any media type that the client accepts. */
	NOT_ACCEPTABLE(406, "No acceptable media type"),
	/** The client took too long to send its request. */
	REQUEST_TIMEOUT(408, "The request took too long to arrive"),
	/** The request contradicts the present state of the thing. */
	CONFLICT(409, "In conflict with the present state"),
	/** What was here is gone for good. */
	GONE(410, "Gone"),
	/** A condition such as {@code If-Match} does not hold. */
	PRECONDITION_FAILED(412, "A condition of the request does not hold"),
	/** The body is larger than the service reads. */
	BODY_TOO_LARGE(413, "The body is too large"),
	/** The address is longer than the service reads. */
	URI_TOO_LONG(414, "The address is too long"),
	/** The body is of a media type that the route does not read. */
	UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported"),
	/** The request is well formed, and still cannot be carried out. */
	UNPROCESSABLE(422, "The request cannot be carried out"),
	/** A limit is used up; the header {@code Retry-After} says when to come back. */
	TOO_MANY_REQUESTS(429, "Too many requests"),
	/** The headers are larger than the service reads. */
	HEADERS_TOO_LARGE(431, "The headers are too large"),
	/** A fault of the service; quote the error's id when reporting it. */
	INTERNAL_ERROR(500, "Something went wrong here"),
	/** The service does not know this method at all. */
	NOT_IMPLEMENTED(501, "Not implemented"),
	/** A service behind this one answered with nonsense. */
	BAD_GATEWAY(502, "A service behind this one failed"),
	/** The service cannot answer for the moment. */
	SERVICE_UNAVAILABLE(503, "Not available for the moment"),
	/** Tokens cannot be checked because their issuer does not answer. */
	ISSUER_UNAVAILABLE(503, "Access tokens cannot be checked for the moment"),
	/** A service behind this one did not answer in time. */
	GATEWAY_TIMEOUT(504, "A service behind this one did not answer in time");

	private final int status;

	private final String title;

	ErrorCode(int status, String title) {
		this.status = status;
		this.title = title;
	}

	/**
	 * HTTP status, 400 to 599.
	 */
	public int status() {
		return this.status;
	}

	/**
	 * One short sentence for people, the same for every occurrence.
	 */
	public String title() {
		return this.title;
	}

	/**
	 * The code as it is sent: {@code not_found}.
	 */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The most general code for an HTTP status: each status's first constant, or the one
	 * of 400 or 500 for a status without any.
	 */
	static ErrorCode ofStatus(int status) {
		return Arrays.stream(values())
			.filter((code) -> code.status == status)
			.findFirst()
			.orElse((status < 500) ? BAD_REQUEST : INTERNAL_ERROR);
	}

}
