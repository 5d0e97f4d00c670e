using System.Reflection;
using FlowLab.Accelerators.IR;
using FlowLab.Accelerators.Passes;

namespace FlowLab.Accelerators.Frontend;

/// <summary>Makes the IR of a kernel from the IL of its C# method: all calls inlined, all structs scalarised.</summary>
internal static class KernelFrontend
{
    private static readonly Type[] IndexTypes =
        [typeof(Index1D), typeof(Index2D), typeof(Index3D), typeof(LongIndex1D), typeof(LongIndex2D), typeof(LongIndex3D)];

    /// <summary>The kernel of a method with an index, for a backend that does all of mathematics itself.</summary>
    /// <inheritdoc cref="Build(KernelEntry, MathSupport)"/>
    internal static IRKernel Build(MethodInfo method) => Build(KernelEntry.OfIndex(method));

    /// <param name="entry">The method and how it is launched.</param>
    /// <param name="supports">The mathematics that the backend does itself; all where it is left out.</param>
    /// <exception cref="KernelRefusedException">The method does what kernels may not do.</exception>
    internal static IRKernel Build(KernelEntry entry, MathSupport? supports = null)
    {
        var changing = new HashSet<VariableKey>();
        while (true)
        {
            try
            {
                return Build(entry, supports ?? SupportsAll, changing);
            }
            catch (ThawException thaw) when (changing.Add(thaw.Key))
            {
                // Start again with this variable in SSA slots.
            }
        }
    }

    private static bool SupportsAll(MathFunction function, IRType type) => true;

    private static IRKernel Build(KernelEntry entry, MathSupport supports, HashSet<VariableKey> changing)
    {
        var method = entry.Method;
        var location = new IRLocation(method, 0, null);
        Verify(entry, location);
        var parameters = ParameterList.Of(entry, (refusal, detail) => new KernelRefusedException(refusal, detail, location));
        var kernel = new IRKernel(method, [.. parameters.SelectMany(parameter => parameter.Scalars)]) { IsGrouped = entry.IsGrouped };
        var ssa = new SsaBuilder(kernel) { Location = null };
        ssa.Current = ssa.NewSealedBlock();
        var compilation = new Compilation(ssa, changing, supports) { IsProvisional = entry.IsProvisional, IsChecked = entry.IsChecked };
        new MethodFrame(compilation, method, [.. Receiver(kernel, method), .. Specialize(kernel, entry, parameters.Select(parameter => parameter.Value))], caller: null).Run();
        Finish(compilation);
        return kernel;
    }

    /// <summary>A lambda is an instance method; what it is called on holds nothing, since ILGPU takes no lambda that captures.</summary>
    private static KernelValue[] Receiver(IRKernel kernel, MethodInfo method) => method.IsStatic ? [] : [new(kernel.Const(0))];

    /// <summary>The arguments, with constants where the kernel is compiled for known values.</summary>
    private static IEnumerable<KernelValue> Specialize(IRKernel kernel, KernelEntry entry, IEnumerable<KernelValue> arguments)
    {
        if (entry.Values is null)
            return arguments;
        var known = 0;
        return [.. arguments.Select(argument => KernelEntry.IsSpecialized(argument.Type)
            ? new(argument.Type, [.. argument.Leaves.Select(leaf => kernel.Const(leaf.Type, entry.Values[known++]))])
            : argument)];
    }

    private static void Verify(KernelEntry entry, IRLocation location)
    {
        var method = entry.Method;
        if (method.ReturnType != typeof(void))
            throw new KernelRefusedException(KernelRefusal.NotVoid, "", location);
        if (!entry.IsGrouped && !IndexTypes.Contains(method.GetParameters().FirstOrDefault()?.ParameterType))
            throw new KernelRefusedException(KernelRefusal.Index, "", location);
        if (method.GetMethodBody() is null)
            throw new KernelRefusedException(KernelRefusal.NoBody, method.Name, location);
    }

    /// <summary>Drops phis that construction left behind; a ref to a local that is still used then is one of several.</summary>
    private static void Finish(Compilation compilation)
    {
        var kernel = compilation.Kernel;
        kernel.SortBlocks();
        new PhiSimplification().Run(kernel);
        new DeadCodeElimination().Run(kernel);
        foreach (var value in kernel.Values)
        {
            foreach (var operand in value.Operands)
            {
                if (operand.Block is null && operand is RefSymbol)
                    throw new KernelRefusedException(KernelRefusal.AmbiguousReference, "", value.Location);
            }
        }

        kernel.Renumber();
    }
}
