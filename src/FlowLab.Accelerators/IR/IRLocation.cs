using System.Reflection;

namespace FlowLab.Accelerators.IR;

/// <summary>Where in the C# a value comes from: the method, the offset in its IL, and the call that it was inlined at.</summary>
internal sealed record IRLocation(MethodBase Method, int ILOffset, IRLocation? Caller);
