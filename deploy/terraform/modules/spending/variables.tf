variable "name" {
  description = "What the budget is called."
  type        = string
}

variable "environment" {
  description = "The environment whose costs count, by its tag."
  type        = string
}

variable "monthly_limit_usd" {
  description = "What a month may cost."
  type        = number

  validation {
    condition     = var.monthly_limit_usd > 0
    error_message = "A budget is above zero."
  }
}

variable "bedrock_limit_usd" {
  description = "What models may cost in a month, counted apart."
  type        = number
  default     = 50
}

variable "anomaly_monitor_arn" {
  description = "The account's monitor of what services cost; absent: nobody is told of unusual costs."
  type        = string
  default     = null

  validation {
    condition     = var.anomaly_monitor_arn == null || can(regex("^arn:[a-z-]+:ce::[0-9]{12}:anomalymonitor/[0-9a-f-]+$", var.anomaly_monitor_arn))
    error_message = "A monitor reads like arn:aws:ce::111122223333:anomalymonitor/ and an id."
  }
}

variable "anomaly_usd" {
  description = "By how much a day may cost more than expected before somebody is told."
  type        = number
  default     = 20
}

variable "emails" {
  description = "Who is told beside the topic; AWS sends these itself."
  type        = list(string)
  default     = []
}

variable "topic_arn" {
  description = "Who is told."
  type        = string
}
