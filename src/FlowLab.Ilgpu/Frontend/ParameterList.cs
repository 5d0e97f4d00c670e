using System.Reflection;
using ILGPU.IR;

namespace ILGPU.Frontend;

/// <summary>The C# parameters of a kernel as scalars.</summary>
internal static class ParameterList
{
    internal static List<(KernelValue Value, List<IRParameter> Scalars)> Of(MethodInfo method, Func<KernelRefusal, string, Exception> refuse)
    {
        var result = new List<(KernelValue, List<IRParameter>)>();
        foreach (var parameter in method.GetParameters())
        {
            var type = parameter.ParameterType;
            if (type.IsByRef)
                throw refuse(KernelRefusal.Pointer, $"parameter {parameter.Name} is passed by ref");
            var scalars = new List<IRParameter>();
            Add(TypeLayout.Of(type, refuse), parameter, [], scalars);
            result.Add((new(type, [.. scalars.Select(scalar => scalar.Value)]), scalars));
        }

        return result;
    }

    private static void Add(TypeLayout layout, ParameterInfo parameter, FieldInfo[] path, List<IRParameter> scalars)
    {
        if (layout.IsView)
        {
            scalars.Add(New(IRParameterKind.ViewPointer, layout.Leaves[0], parameter, path));
            scalars.Add(New(IRParameterKind.ViewLength, layout.Leaves[1], parameter, path));
        }
        else if (TypeLayout.ScalarType(layout.Type) is not null)
        {
            var kind = parameter.Position == 0 ? IRParameterKind.IndexX + scalars.Count : IRParameterKind.Scalar;
            scalars.Add(New(kind, layout.Leaves[0], parameter, path));
        }

        foreach (var (field, _, inner) in layout.Fields)
            Add(inner, parameter, [.. path, field], scalars);
    }

    private static IRParameter New(IRParameterKind kind, Leaf leaf, ParameterInfo parameter, FieldInfo[] path) =>
        new(kind, leaf.Type, parameter.Position, parameter.Name!, path, leaf.ClrType);
}
