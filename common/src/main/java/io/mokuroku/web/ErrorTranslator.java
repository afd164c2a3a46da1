package io.mokuroku.web;

import java.util.List;

import io.mokuroku.message.RetryableFailure;
import org.apache.tomcat.util.http.InvalidParameterException;

import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Says what a failure means to a client, without telling anything about the inside.
 */
final class ErrorTranslator {

	private final ValidationIssues validation;

	ErrorTranslator(ValidationIssues validation) {
		this.validation = validation;
	}

	ErrorAnswer translate(Throwable failure) {
		return switch (failure) {
			case ApiProblem problem -> ErrorAnswer.of(problem);
			case RetryableFailure _ -> ErrorAnswer.of(ErrorCode.SERVICE_UNAVAILABLE,
					"a service behind this one does not answer", retryAfter(5));
			case BodyTooLargeException tooLarge -> ErrorAnswer.of(ErrorCode.BODY_TOO_LARGE, tooLarge.getMessage());
			case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
			case MethodArgumentNotValidException invalid -> issues(this.validation.of(invalid));
			case HandlerMethodValidationException invalid -> invalid.isForReturnValue()
					? ErrorAnswer.of(ErrorCode.INTERNAL_ERROR, null) : issues(this.validation.of(invalid));
			case MissingServletRequestParameterException missing -> ErrorAnswer.of(ErrorCode.MISSING_PARAMETER,
					ErrorSource.parameter(missing.getParameterName()), "is required");
			case MissingRequestHeaderException missing ->
				ErrorAnswer.of(ErrorCode.MISSING_HEADER, ErrorSource.header(missing.getHeaderName()), "is required");
			case MissingPathVariableException blank when blank.isMissingAfterConversion() -> ErrorAnswer
				.of(ErrorCode.INVALID_PARAMETER, ErrorSource.parameter(blank.getVariableName()), "must not be blank");
			case MissingPathVariableException _ -> ErrorAnswer.of(ErrorCode.INTERNAL_ERROR, null);
			case MethodArgumentTypeMismatchException mismatch -> issues(List.of(this.validation.of(mismatch)));
			case HttpRequestMethodNotSupportedException unsupported -> ErrorAnswer.of(ErrorCode.METHOD_NOT_ALLOWED,
					unsupported.getMethod() + " is not allowed here", unsupported.getHeaders());
			case HttpMediaTypeNotAcceptableException unacceptable -> ErrorAnswer.of(ErrorCode.NOT_ACCEPTABLE,
					"can answer with " + join(unacceptable.getSupportedMediaTypes()));
			case HttpMediaTypeNotSupportedException unsupported -> ErrorAnswer.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE,
					"can read " + join(unsupported.getSupportedMediaTypes()), unsupported.getHeaders());
			case NoResourceFoundException _, NoHandlerFoundException _ ->
				ErrorAnswer.of(ErrorCode.NOT_FOUND, "there is nothing at this address");
			case AsyncRequestTimeoutException _ ->
				ErrorAnswer.of(ErrorCode.SERVICE_UNAVAILABLE, "the answer took too long", retryAfter(1));
			case MaxUploadSizeExceededException _ -> ErrorAnswer.of(ErrorCode.BODY_TOO_LARGE, null);
			case MultipartException _ -> ErrorAnswer.of(ErrorCode.BAD_REQUEST, "the multipart body cannot be read");
			case RequestRejectedException _ ->
				ErrorAnswer.of(ErrorCode.MALFORMED_REQUEST, "the request has characters that are not allowed");
			case InvalidParameterException invalid ->
				ErrorAnswer.of(ErrorCode.MALFORMED_REQUEST, "the parameters cannot be read, or are too many");
			case ResponseStatusException status -> reasoned(status);
			case ErrorResponse response ->
				ErrorAnswer.ofStatus(response.getStatusCode().value(), response.getHeaders());
			default -> ErrorAnswer.of(ErrorCode.INTERNAL_ERROR, null);
		};
	}

	private ErrorAnswer unreadable(HttpMessageNotReadableException unreadable) {
		for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
			if (cause instanceof BodyTooLargeException tooLarge) {
				return translate(tooLarge);
			}
		}
		return issues(List.of(this.validation.of(unreadable)));
	}

	private static ErrorAnswer reasoned(ResponseStatusException failure) {
		int status = failure.getStatusCode().value();
		if (status < 400) {
			return ErrorAnswer.of(ErrorCode.INTERNAL_ERROR, null);
		}
		ErrorCode code = ErrorCode.ofStatus(status);
		String detail = (status < 500) ? failure.getReason() : null;
		return new ErrorAnswer(status, failure.getHeaders(), List.of(ApiProblem.Issue.of(code, null, detail)));
	}

	private static ErrorAnswer issues(List<ApiProblem.Issue> issues) {
		return new ErrorAnswer(400, HttpHeaders.EMPTY, issues);
	}

	private static String join(List<?> values) {
		return values.isEmpty() ? "nothing" : String.join(", ", values.stream().map(Object::toString).toList());
	}

	private static HttpHeaders retryAfter(int seconds) {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.RETRY_AFTER, Integer.toString(seconds));
		return headers;
	}

}
