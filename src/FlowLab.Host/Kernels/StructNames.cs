namespace FlowLab.Host.Kernels;

/// <summary>The names of structs as C# writes them, without namespaces.</summary>
internal static class StructNames
{
    /// <summary><c>MlpKernel&lt;PointwiseUnits&lt;TanhFunction&gt;&gt;</c>.</summary>
    public static string Of(Type type)
    {
        string name = type.Name.Split('`')[0];
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>" : name;
    }
}
