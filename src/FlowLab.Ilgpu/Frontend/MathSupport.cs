using ILGPU.IR;

namespace ILGPU.Frontend;

/// <summary>
/// Whether a backend computes a function of operands of a type itself. Other functions are inlined from the C# body that
/// <see cref="Algorithms.XMath"/> has for them.
/// </summary>
internal delegate bool MathSupport(MathFunction function, IRType type);
