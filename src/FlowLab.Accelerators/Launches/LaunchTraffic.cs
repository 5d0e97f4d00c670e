using System.Runtime.CompilerServices;
using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Launches;

/// <summary>
/// The bytes that a launch has to move at least if it looks at all of its views: every byte of the views that it loads from is read once, every byte of
/// those that it stores to is written once, and a byte that several views share counts once in each direction. A launch that leaves parts of its views
/// alone moves less.
/// </summary>
internal sealed unsafe class LaunchTraffic
{
    private readonly View[] _views;

    private LaunchTraffic(View[] views) => _views = views;

    /// <summary>What the kernel loads from and stores to, by following addresses back to the views that they were made of.</summary>
    internal static LaunchTraffic Of(KernelEntry entry)
    {
        var kernel = KernelCompiler.Compile(entry);
        var (loaded, stored) = (new HashSet<IRParameter>(), new HashSet<IRParameter>());
        foreach (var value in kernel.Values)
        {
            if (value.Opcode is IROpcode.Load or IROpcode.Atomic)
                AddViews(value.Operands[0], loaded, []);
            if (value.Opcode is IROpcode.Store or IROpcode.Atomic)
                AddViews(value.Operands[0], stored, []);
        }

        return new([.. kernel.Parameters.Where(parameter => loaded.Contains(parameter) || stored.Contains(parameter))
            .Select(parameter => new View(parameter.Slot, ElementSizeOf(parameter.ClrType), loaded.Contains(parameter), stored.Contains(parameter)))]);
    }

    /// <summary>The bytes of a launch with these arguments.</summary>
    internal long BytesOf(long* arguments) =>
        Union(arguments, view => view.IsLoaded) + Union(arguments, view => view.IsStored);

    private static void AddViews(IRValue address, HashSet<IRParameter> views, HashSet<IRValue> seen)
    {
        if (!seen.Add(address))
            return;
        if (address.Parameter is { Kind: IRParameterKind.ViewPointer } view)
            views.Add(view);
        else if (address.Opcode == IROpcode.Element)
            AddViews(address.Operands[0], views, seen);
        else if (address.Opcode is IROpcode.Phi or IROpcode.Select)
            foreach (var operand in address.Operands)
                AddViews(operand, views, seen);
    }

    /// <summary>Of ArrayView of float: 4.</summary>
    private static int ElementSizeOf(Type view) =>
        (int)typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!.MakeGenericMethod(view.GetGenericArguments()[0]).Invoke(null, null)!;

    private long Union(long* arguments, Func<View, bool> counts)
    {
        var (total, end) = (0L, long.MinValue);
        foreach (var (first, last) in _views.Where(counts).Select(view => Range(view, arguments)).Order())
        {
            total += Math.Max(0, last - Math.Max(first, end));
            end = Math.Max(end, last);
        }

        return total;
    }

    private static (long First, long End) Range(View view, long* arguments)
    {
        var first = arguments[view.Slot];
        return (first, first + (arguments[view.Slot + ArgumentSlots.Length] * view.ElementSize));
    }

    /// <param name="Slot">Where its address is in the block of arguments.</param>
    /// <param name="ElementSize">In bytes.</param>
    /// <param name="IsLoaded">The kernel loads from it.</param>
    /// <param name="IsStored">The kernel stores to it.</param>
    private sealed record View(int Slot, int ElementSize, bool IsLoaded, bool IsStored);
}
