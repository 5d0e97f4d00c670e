using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>A kernel as OpenCL C, with what a launch needs to know.</summary>
/// <param name="Text">The whole program.</param>
/// <param name="EntryPoint">The name of its kernel.</param>
/// <param name="Arguments">The arguments of the kernel in their order.</param>
/// <param name="IsGrouped">Launched with a grid of groups; else over an index space, whose size the first arguments say.</param>
/// <param name="IsLinear">Launched over the linear order of an index space; else groups of an index space may have any shape.</param>
/// <param name="SharedSizeInBytes">Shared memory that the kernel declares itself.</param>
internal sealed record OpenClSource(
    string Text, string EntryPoint, IReadOnlyList<OpenClArgument> Arguments, bool IsGrouped, bool IsLinear, int SharedSizeInBytes)
{
    /// <summary>The launch provides local memory through which threads exchange values.</summary>
    internal bool UsesExchange { get; } = Arguments.Any(argument => argument.Kind == OpenClArgumentKind.Exchange);
}

/// <summary>One argument of the OpenCL kernel.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name in the source.</param>
/// <param name="Parameter">Where the value comes from; null where the launch makes it.</param>
/// <param name="Type">The type of the scalar, or the pointer.</param>
internal sealed record OpenClArgument(OpenClArgumentKind Kind, string Name, IRParameter? Parameter, IRType Type)
{
    /// <summary>A bool is passed as int, a pointer as a handle.</summary>
    internal int SizeInBytes => Type == IRType.Bool ? sizeof(int) : Type.SizeInBytes;
}

/// <summary>What an argument of the OpenCL kernel is.</summary>
internal enum OpenClArgumentKind
{
    /// <summary>Instances along an axis of the index space, 64 bits each.</summary>
    ExtentX,
    ExtentY,
    ExtentZ,

    /// <summary>The buffer below a view.</summary>
    Buffer,

    /// <summary>The place of a view in its buffer in bytes.</summary>
    Offset,

    /// <summary>A number among the C# arguments, or the length of a view.</summary>
    Scalar,

    /// <summary>Shared memory that the launch asks for.</summary>
    DynamicShared,

    /// <summary>Its size in bytes.</summary>
    DynamicSharedSize,

    /// <summary>Local memory through which threads exchange values: <see cref="OpenClExchange"/>.</summary>
    Exchange,
}
