using System.Reflection;
using System.Reflection.Emit;

namespace ILGPU.Runtime;

/// <summary>Emits the check of all views among the arguments of a kernel, also of those inside of structs.</summary>
internal static class ArgumentCheckEmitter
{
    private const BindingFlags AllFields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly MethodInfo CheckView =
        typeof(ArgumentCheckEmitter).GetMethod(nameof(Check), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>The check, or null when no argument has a view.</summary>
    internal static ArgumentCheck<TArguments>? Emit<TArguments>(KernelEntry entry)
        where TArguments : struct => (ArgumentCheck<TArguments>?)Emit(entry, typeof(TArguments))?.CreateDelegate(typeof(ArgumentCheck<TArguments>));

    private static DynamicMethod? Emit(KernelEntry entry, Type argumentsType)
    {
        var (kernel, first) = (entry.Method, entry.FirstArgument);
        var parameters = kernel.GetParameters();
        List<FieldInfo[]>[] paths = [.. parameters.Skip(first).Select(parameter => PathsOf(parameter.ParameterType, []).ToList())];
        if (paths.All(views => views.Count == 0))
            return null;
        var check = new DynamicMethod(
            $"{kernel.Name}.Check",
            typeof(void),
            [argumentsType.MakeByRefType(), typeof(Accelerator)],
            kernel.Module,
            skipVisibility: true);
        var il = check.GetILGenerator();
        for (var item = 0; item < paths.Length; item++)
        {
            foreach (var path in paths[item])
                EmitCheck(il, argumentsType, item, path);
        }

        il.Emit(OpCodes.Ret);
        return check;
    }

    private static IEnumerable<FieldInfo[]> PathsOf(Type type, FieldInfo[] path)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ArrayView<>))
            return [path];
        if (!type.IsValueType || type.IsPrimitive || type.IsEnum)
            return [];
        return type.GetFields(AllFields).SelectMany(field => PathsOf(field.FieldType, [.. path, field]));
    }

    private static void EmitCheck(ILGenerator il, Type argumentsType, int item, FieldInfo[] path)
    {
        il.Emit(OpCodes.Ldarg_0);
        var type = ArgumentTuple.EmitLoadAddress(il, argumentsType, item);
        foreach (var field in path)
        {
            il.Emit(OpCodes.Ldflda, field);
            type = field.FieldType;
        }

        il.Emit(OpCodes.Ldc_I4, item + 1);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Call, CheckView.MakeGenericMethod(type.GetGenericArguments()));
    }

    private static void Check<T>(in ArrayView<T> view, int parameter, Accelerator accelerator)
        where T : unmanaged
    {
        var buffer = view.Buffer;
        if (buffer is not null && (buffer.IsDisposed || buffer.Accelerator != accelerator))
            Refuse<T>(buffer, parameter, accelerator);
    }

    private static void Refuse<T>(MemoryBuffer buffer, int parameter, Accelerator accelerator)
    {
        var view = $"The view of {typeof(T).Name} in kernel parameter {parameter}";
        if (buffer.IsDisposed)
            throw new ObjectDisposedException(nameof(MemoryBuffer), $"{view} points into a buffer that was disposed.");
        throw new ArgumentException(
            $"{view} belongs to another accelerator, {buffer.Accelerator}; the kernel runs on {accelerator}. Copy the data over first.");
    }
}
