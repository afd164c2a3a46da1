package io.mokuroku.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Turns broken rules into issues that point at the field, parameter or header.
 */
final class ValidationIssues {

	private static final String NOT_VALID = "is not a valid value";

	private final JsonNames names;

	ValidationIssues(JsonNames names) {
		this.names = names;
	}

	List<ApiProblem.Issue> of(MethodArgumentNotValidException invalid) {
		return of(invalid.getBindingResult(), invalid.getParameter());
	}

	List<ApiProblem.Issue> of(HandlerMethodValidationException invalid) {
		List<ApiProblem.Issue> issues = new ArrayList<>();
		for (ParameterValidationResult result : invalid.getParameterValidationResults()) {
			if (result instanceof ParameterErrors errors) {
				issues.addAll(of(errors, result.getMethodParameter()));
			}
			else {
				result.getResolvableErrors().forEach((error) -> issues.add(of(result, error)));
			}
		}
		for (MessageSourceResolvable error : invalid.getCrossParameterValidationResults()) {
			issues.add(ApiProblem.Issue.of(ErrorCode.INVALID_PARAMETER, null, error.getDefaultMessage()));
		}
		return issues;
	}

	ApiProblem.Issue of(MethodArgumentTypeMismatchException mismatch) {
		Class<?> type = mismatch.getRequiredType();
		String detail = (type != null && type.isEnum())
				? "must be one of "
						+ String.join(", ", Arrays.stream(type.getEnumConstants()).map(Object::toString).toList())
				: NOT_VALID;
		if (mismatch.getParameter().hasParameterAnnotation(RequestHeader.class)) {
			return ApiProblem.Issue.of(ErrorCode.INVALID_HEADER, ErrorSource.header(mismatch.getName()), detail);
		}
		return ApiProblem.Issue.of(ErrorCode.INVALID_PARAMETER, ErrorSource.parameter(mismatch.getName()), detail);
	}

	ApiProblem.Issue of(HttpMessageNotReadableException unreadable) {
		return switch (unreadable.getCause()) {
			case null -> ApiProblem.Issue.of(ErrorCode.MISSING_BODY, null, "the route needs a JSON body");
			case UnrecognizedPropertyException unknown -> ApiProblem.Issue.of(ErrorCode.UNKNOWN_FIELD,
					ErrorSource.pointer(pointer(unknown)), "is not a field of this document");
			case StreamConstraintsException _ ->
				ApiProblem.Issue.of(ErrorCode.MALFORMED_JSON, null, "nested too deeply, or a value is too long");
			case StreamReadException malformed ->
				ApiProblem.Issue.of(ErrorCode.MALFORMED_JSON, null, place(malformed.getLocation()));
			case JacksonException invalid ->
				ApiProblem.Issue.of(ErrorCode.INVALID_FIELD, ErrorSource.pointer(pointer(invalid)), NOT_VALID);
			default -> ApiProblem.Issue.of(ErrorCode.MALFORMED_JSON, null, "the body cannot be read");
		};
	}

	private List<ApiProblem.Issue> of(Errors errors, MethodParameter parameter) {
		return errors.getAllErrors().stream().map((error) -> of(error, parameter)).toList();
	}

	private ApiProblem.Issue of(ObjectError error, MethodParameter parameter) {
		String field = (error instanceof FieldError fieldError) ? fieldError.getField() : "";
		boolean unconvertible = error instanceof FieldError fieldError && fieldError.isBindingFailure();
		String detail = unconvertible ? NOT_VALID : error.getDefaultMessage();
		if (isBody(parameter)) {
			return ApiProblem.Issue.of(ErrorCode.INVALID_FIELD,
					ErrorSource.pointer(this.names.pointer(bodyType(parameter), field)), detail);
		}
		return ApiProblem.Issue.of(ErrorCode.INVALID_PARAMETER, field.isEmpty() ? null : ErrorSource.parameter(field),
				detail);
	}

	private static ApiProblem.Issue of(ParameterValidationResult result, MessageSourceResolvable error) {
		MethodParameter parameter = result.getMethodParameter();
		String detail = error.getDefaultMessage();
		RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
		if (header != null) {
			return ApiProblem.Issue.of(ErrorCode.INVALID_HEADER,
					ErrorSource.header(DeclaredParameters.name(parameter, header.name())), detail);
		}
		if (isBody(parameter)) {
			Integer index = result.getContainerIndex();
			return ApiProblem.Issue.of(ErrorCode.INVALID_FIELD, ErrorSource.pointer((index != null) ? "/" + index : ""),
					detail);
		}
		return ApiProblem.Issue.of(ErrorCode.INVALID_PARAMETER,
				ErrorSource.parameter(DeclaredParameters.name(parameter)), detail);
	}

	private static boolean isBody(MethodParameter parameter) {
		return parameter.hasParameterAnnotation(RequestBody.class)
				|| HttpEntity.class.isAssignableFrom(parameter.getParameterType());
	}

	private static Class<?> bodyType(MethodParameter parameter) {
		return HttpEntity.class.isAssignableFrom(parameter.getParameterType())
				? parameter.nested().getNestedParameterType() : parameter.getParameterType();
	}

	private static String pointer(JacksonException failure) {
		StringBuilder pointer = new StringBuilder();
		for (JacksonException.Reference reference : failure.getPath()) {
			String name = reference.getPropertyName();
			pointer.append('/')
				.append((name != null) ? JsonNames.escape(name) : Integer.toString(reference.getIndex()));
		}
		return pointer.toString();
	}

	private static @Nullable String place(@Nullable TokenStreamLocation location) {
		return (location == null) ? null : "line " + location.getLineNr() + ", column " + location.getColumnNr();
	}

}
