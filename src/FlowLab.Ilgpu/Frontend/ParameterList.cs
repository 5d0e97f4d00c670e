using System.Reflection;
using ILGPU.IR;
using ILGPU.Runtime;

namespace ILGPU.Frontend;

/// <summary>A C# parameter of a kernel: its value, and the scalars that a launcher hands over.</summary>
internal sealed record KernelParameter(KernelValue Value, List<IRParameter> Scalars);

/// <summary>The C# parameters of a kernel as scalars.</summary>
internal static class ParameterList
{
    internal static List<KernelParameter> Of(KernelEntry entry, Func<KernelRefusal, string, Exception> refuse)
    {
        var result = new List<KernelParameter>();
        foreach (var parameter in entry.Method.GetParameters())
        {
            var type = parameter.ParameterType;
            if (type.IsByRef)
                throw refuse(KernelRefusal.Pointer, $"parameter {parameter.Name} is passed by ref");
            var scalars = new List<IRParameter>();
            Add(TypeLayout.Of(type, refuse), new(parameter, parameter.Position + 1 - entry.FirstArgument), [], scalars);
            result.Add(new(new(type, [.. scalars.Select(scalar => scalar.Value)]), scalars));
        }

        return result;
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
