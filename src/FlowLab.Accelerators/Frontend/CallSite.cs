using System.Reflection;

namespace FlowLab.Accelerators.Frontend;

/// <summary>What a call instruction means.</summary>
/// <param name="Method">The method, all type parameters closed.</param>
/// <param name="Parameters">Its parameters without the receiver.</param>
/// <param name="Intrinsic">What is computed instead of its body; null where it is inlined.</param>
internal sealed record CallSite(MethodBase Method, TypeLayout[] Parameters, Intrinsic? Intrinsic);
