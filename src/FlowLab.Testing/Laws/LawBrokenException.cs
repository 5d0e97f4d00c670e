namespace FlowLab.Testing.Laws;

/// <summary>A component breaks a law; the message says where, what was expected, and in which case.</summary>
public sealed class LawBrokenException(string message) : Exception(message);
