using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Frontend;

/// <summary>
/// Whether a backend computes a function of operands of a type itself. Other functions are inlined from the C# body that
/// <see cref="Maths.PortableMath"/> has for them.
/// </summary>
internal delegate bool MathSupport(MathFunction function, IRType type);
