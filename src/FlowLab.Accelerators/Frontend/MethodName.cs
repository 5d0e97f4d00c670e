namespace FlowLab.Accelerators.Frontend;

/// <summary>All overloads of a method.</summary>
internal sealed record MethodName(Type Home, string Name);
