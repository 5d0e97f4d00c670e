using System.Reflection;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Frontend;

/// <summary>What all inlined methods of one kernel share.</summary>
internal sealed class Compilation(SsaBuilder ssa, IReadOnlySet<VariableKey> changing, MathSupport supports)
{
    private const int LargestKernel = 400_000;

    private readonly Dictionary<MethodBase, ILBody> _bodies = [];
    private readonly Dictionary<Type, TypeLayout> _layouts = [];
    private readonly HashSet<MethodBase> _verified = [];
    private readonly Dictionary<Module, bool> _frameworks = [];
    private int _instructions;

    internal SsaBuilder Ssa { get; } = ssa;

    internal IRKernel Kernel => Ssa.Kernel;

    /// <summary>Variables that are stored once but changed through a ref.</summary>
    internal IReadOnlySet<VariableKey> Changing { get; } = changing;

    /// <summary>The mathematics that the backend does itself.</summary>
    internal MathSupport Supports { get; } = supports;

    /// <summary>Specialised arguments are not known yet.</summary>
    internal bool IsProvisional { get; init; }

    /// <summary>Every access to a view is checked against its length.</summary>
    internal bool IsChecked { get; init; }

    internal IRLocation? Location
    {
        get => Ssa.Location;
        set => Ssa.Location = value;
    }

    internal ILBody BodyOf(MethodBase method) =>
        _bodies.TryGetValue(method, out var body) ? body : _bodies[method] = ILBody.Of(method);

    internal TypeLayout LayoutOf(Type type) =>
        _layouts.TryGetValue(type, out var layout) ? layout : _layouts[type] = TypeLayout.Of(type, Refuse);

    /// <summary>The method may be inlined: that was found out before.</summary>
    internal bool IsVerified(MethodBase method) => _verified.Contains(method);

    internal void Accept(MethodBase method) => _verified.Add(method);

    internal KernelRefusedException Refuse(KernelRefusal refusal, string detail) => new(refusal, detail, Location);

    internal void CountInstruction()
    {
        if (++_instructions > LargestKernel)
            throw Refuse(KernelRefusal.Size, $"more than {LargestKernel} instructions");
    }

    /// <summary>The module belongs to the framework; its assembly's name is asked for once, which is slow.</summary>
    internal bool IsFramework(Module module)
    {
        if (_frameworks.TryGetValue(module, out var known))
            return known;
        var assembly = module.Assembly.GetName().Name!;
        return _frameworks[module] = assembly.StartsWith("System.", StringComparison.Ordinal) || assembly.StartsWith("Microsoft.", StringComparison.Ordinal);
    }

    /// <summary>A ref to a local or argument.</summary>
    internal static KernelValue RefTo(RefTarget target) => new(target.Layout.RefType, [new RefSymbol(target)]);

    /// <summary>The module is ILGPU's, its algorithms' or ours.</summary>
    internal static bool IsTrusted(Module module) =>
        module == typeof(ArrayView<>).Module || module == typeof(Compilation).Module || module == typeof(ILGPU.Algorithms.XMath).Module;

    /// <summary>The local or argument behind a ref; null where it is an address of memory.</summary>
    internal static RefTarget? TargetOf(IRValue address) => (address as RefSymbol)?.Target;

    internal KernelValue Zero(TypeLayout layout) =>
        new(layout.Type, [.. layout.Leaves.Select(leaf => Kernel.Const(leaf.Type, 0))]);
}
