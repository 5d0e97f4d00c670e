namespace FlowLab.Accelerators.Frontend;

/// <summary>The table of everything that a kernel may not do: number, what it is, and the remedy.</summary>
internal sealed record KernelRefusal(int Number, string What, string Remedy)
{
    internal static readonly KernelRefusal NoBody = new(
        101, "calls a method without C# body", "Call only static methods and methods of structs that are written in C#.");

    internal static readonly KernelRefusal Virtual = new(
        102, "calls a method that is only known at run time", "Use a struct type parameter with an interface constraint instead of an interface, class or delegate.");

    internal static readonly KernelRefusal Framework = new(
        103, "calls a framework method that has no kernel form", "Use PortableMath, Math, MathF, BitOperations, BitConverter or Interop, or write the function as your own static method.");

    internal static readonly KernelRefusal Recursion = new(
        104, "calls itself", "Write the recursion as a loop: calls are inlined.");

    internal static readonly KernelRefusal Allocation = new(
        105, "allocates an object, array or closure, or boxes a value", "Allocate buffers on the host and pass views; keep values in structs.");

    internal static readonly KernelRefusal Text = new(
        106, "uses a string", "Report through a buffer of numbers; make the text on the host.");

    internal static readonly KernelRefusal Exceptions = new(
        107, "throws or catches an exception", "Write a status into a buffer and check it on the host.");

    internal static readonly KernelRefusal ReferenceType = new(
        108, "has a value of a reference type", "Pass what the kernel needs as numbers, structs of numbers and views.");

    internal static readonly KernelRefusal StaticField = new(
        109, "uses a static field that may change", "Make it const or static readonly, or pass it as a parameter.");

    internal static readonly KernelRefusal AmbiguousReference = new(
        110, "has a ref that may mean different local variables", "Write both cases out, or use a view and an index instead of the ref.");

    internal static readonly KernelRefusal Pointer = new(
        111, "uses an unmanaged pointer, stackalloc or a span", "Use views and their indexers.");

    internal static readonly KernelRefusal Checked = new(
        112, "uses checked arithmetic", "Compute in an unchecked context and test the range yourself.");

    internal static readonly KernelRefusal Layout = new(
        113, "uses a type with overlapping or inline repeated fields", "Use a struct with one field per value and without explicit layout.");

    internal static readonly KernelRefusal Instruction = new(
        114, "uses a C# feature that kernels do not have", "See docs/kernels.md for what C# a kernel may use.");

    internal static readonly KernelRefusal Endless = new(
        115, "never returns", "Give the loop an end.");

    internal static readonly KernelRefusal Index = new(
        116, "has no launch index as its first parameter", "Start the parameter list with an Index1D, Index2D or Index3D.");

    internal static readonly KernelRefusal NotVoid = new(
        117, "returns a value", "Write results through a view and return void.");

    internal static readonly KernelRefusal Size = new(
        118, "grows too large when all calls are inlined", "Split it into several kernels.");

    internal static readonly KernelRefusal Mathematics = new(
        119, "uses mathematics that the device does not have", "Use the float32 function of PortableMath, or run on another device.");

    internal static readonly KernelRefusal AllocationSize = new(
        120, "allocates shared or local memory of an extent that is not constant", "Use a constant, a static readonly field or a SpecializedValue; or dynamic shared memory, whose size the launch says.");

    internal static readonly KernelRefusal AtomicTarget = new(
        121, "changes a local variable atomically", "Use an element of a view or of shared memory; no other thread sees a local variable.");

    /// <summary>All of them, for documentation and its test.</summary>
    internal static IReadOnlyList<KernelRefusal> All { get; } =
    [
        NoBody, Virtual, Framework, Recursion, Allocation, Text, Exceptions, ReferenceType, StaticField, AmbiguousReference, Pointer,
        Checked, Layout, Instruction, Endless, Index, NotVoid, Size, Mathematics,
        AllocationSize, AtomicTarget,
    ];
}
