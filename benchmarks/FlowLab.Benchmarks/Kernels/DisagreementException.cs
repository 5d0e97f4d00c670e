namespace FlowLab.Benchmarks.Kernels;

/// <summary>Two contenders do not compute the same.</summary>
internal sealed class DisagreementException(string message) : Exception(message);
