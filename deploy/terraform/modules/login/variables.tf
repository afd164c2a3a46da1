variable "name" {
  description = "What the pool is called."
  type        = string
}

variable "domain" {
  description = "The first label of the sign-in page's address; nobody else in the Region may have it."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", var.domain)) && !can(regex("aws|amazon|cognito", var.domain))
    error_message = "A domain is a label of lower-case letters, digits and hyphens, without the words aws, amazon and cognito."
  }
}

variable "scopes" {
  description = "What a token may allow, with a sentence for people."
  type        = map(string)
}

variable "search_url" {
  description = "Where the API is, for signing in from its documentation."
  type        = string
}

variable "portal_url" {
  description = "Where the portal of reviews is; absent where reviewers have no way to it yet."
  type        = string
  default     = null
}

variable "machines" {
  description = "Programs that sign in with a secret of their own, and what each may do."
  type        = map(set(string))
  default     = {}

  validation {
    condition     = alltrue([for scopes in values(var.machines) : length(scopes) > 0 && length(setsubtract(scopes, keys(var.scopes))) == 0])
    error_message = "A program may do what scopes.json names, and at least one of it."
  }
}

variable "mfa" {
  description = "Whether people need a second factor: OFF, OPTIONAL or ON."
  type        = string
  default     = "ON"

  validation {
    condition     = contains(["OFF", "OPTIONAL", "ON"], var.mfa)
    error_message = "A second factor is OFF, OPTIONAL or ON."
  }
}

variable "deletion_protection" {
  description = "Whether the pool can be deleted only after this was switched off."
  type        = bool
  default     = true
}
