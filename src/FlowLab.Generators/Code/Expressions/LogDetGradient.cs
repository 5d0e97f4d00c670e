namespace FlowLab.Generators.Code;

/// <summary>dL/d(sum of log-dets) of the sample.</summary>
internal sealed class LogDetGradient() : Expression(ValueKind.Number);
