using System.Reflection;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Frontend;

/// <summary>A C# parameter of a kernel: its value, and the scalars that a launcher hands over.</summary>
internal sealed record KernelParameter(KernelValue Value, List<IRParameter> Scalars);

/// <summary>The C# parameters of a kernel as scalars.</summary>
internal static class ParameterList
{
    /// <summary>The scalars that a launch hands over, in the order of their slots; the launch index is not among them.</summary>
    /// <exception cref="KernelRefusedException">A parameter is of a type that kernels do not take.</exception>
    internal static IReadOnlyList<IRParameter> ScalarsOf(KernelEntry entry)
    {
        var location = new IRLocation(entry.Method, 0, null);
        var parameters = Of(entry, (refusal, detail) => new KernelRefusedException(refusal, detail, location));
        return [.. parameters.SelectMany(parameter => parameter.Scalars).Where(scalar => scalar.IsArgument)];
    }

    /// <summary>The slots that scalars in this order take.</summary>
    internal static int SlotsOf(IReadOnlyList<IRParameter> scalars) =>
        scalars.Sum(SlotsOf);

    internal static List<KernelParameter> Of(KernelEntry entry, Func<KernelRefusal, string, Exception> refuse)
    {
        var slot = 0;
        var result = new List<KernelParameter>();
        foreach (var parameter in entry.Method.GetParameters())
        {
            var type = parameter.ParameterType;
            if (type.IsByRef)
                throw refuse(KernelRefusal.Pointer, $"parameter {parameter.Name} is passed by ref");
            var scalars = new List<IRParameter>();
            Add(TypeLayout.Of(type, refuse), new(parameter, parameter.Position + 1 - entry.FirstArgument), [], scalars);
            slot = PlaceSlots(scalars, slot);
            result.Add(new(new(type, [.. scalars.Select(scalar => scalar.Value)]), scalars));
        }

        return result;
    }

    private static int SlotsOf(IRParameter scalar) => scalar.Kind switch
    {
        IRParameterKind.ViewPointer => ArgumentSlots.PerView,
        IRParameterKind.ViewLength => 0,
        _ => 1,
    };

    /// <summary>Numbers take a slot each, a view those that <see cref="ArgumentSlots"/> says; the result is the next free one.</summary>
    private static int PlaceSlots(List<IRParameter> scalars, int slot)
    {
        foreach (var scalar in scalars.Where(scalar => scalar.IsArgument))
        {
            scalar.Slot = scalar.Kind == IRParameterKind.ViewLength ? slot - ArgumentSlots.PerView + ArgumentSlots.Length : slot;
            slot += SlotsOf(scalar);
        }

        return slot;
    }

    private static void Add(TypeLayout layout, Argument argument, FieldInfo[] path, List<IRParameter> scalars)
    {
        if (layout.IsView)
        {
            scalars.Add(New(IRParameterKind.ViewPointer, layout.Leaves[0], argument, path));
            scalars.Add(New(IRParameterKind.ViewLength, layout.Leaves[1], argument, path));
        }
        else if (TypeLayout.ScalarType(layout.Type) is not null)
        {
            var kind = argument.Number == 0 ? IRParameterKind.IndexX + scalars.Count : IRParameterKind.Scalar;
            scalars.Add(New(kind, layout.Leaves[0], argument, path));
        }

        foreach (var (field, _, inner) in layout.Fields)
            Add(inner, argument, [.. path, field], scalars);
    }

    private static IRParameter New(IRParameterKind kind, Leaf leaf, Argument argument, FieldInfo[] path) =>
        new(kind, leaf.Type, argument.Number, argument.Info.Name!, path, leaf.ClrType);

    /// <summary>A C# parameter and its number in <see cref="IRParameter.Argument"/>.</summary>
    private sealed record Argument(ParameterInfo Info, int Number);
}
