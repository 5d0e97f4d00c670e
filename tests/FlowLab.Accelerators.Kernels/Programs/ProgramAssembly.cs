using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using FlowLab.Accelerators.Frontend;

namespace FlowLab.Accelerators.Tests.Kernels.Programs;

/// <summary>Makes kernels of random programs, in an assembly that goes when nothing uses it any more.</summary>
internal static class ProgramAssembly
{
    private const int Extent = 39;

    internal static IReadOnlyList<KernelCase> Build(IReadOnlyList<RandomProgram> programs)
    {
        var builder = new PersistedAssemblyBuilder(new AssemblyName("RandomPrograms"), typeof(object).Assembly);
        builder.SetCustomAttribute(new(typeof(IgnoresAccessChecksToAttribute).GetConstructor([typeof(string)])!, ["FlowLab.Accelerators"]));
        var type = builder.DefineDynamicModule("RandomPrograms").DefineType("Programs", TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed);
        for (var i = 0; i < programs.Count; i++)
            Define(type, $"Program{i}", programs[i]);
        type.CreateType();
        var loaded = Load(builder).GetType("Programs")!;
        return [.. programs.Select((program, i) => new KernelCase(program.Name, KernelEntry.OfIndex(loaded.GetMethod($"Program{i}")!), [LaunchDimensions.Of(new Index1D(Extent))], 0, false))];
    }

    private static void Define(TypeBuilder type, string name, RandomProgram program)
    {
        Type[] parameters = [typeof(Index1D), .. program.Parameters.Select(parameter => parameter.Type)];
        var method = type.DefineMethod(name, MethodAttributes.Public | MethodAttributes.Static, typeof(void), parameters);
        method.DefineParameter(1, ParameterAttributes.None, "i");
        for (var i = 0; i < program.Parameters.Count; i++)
            method.DefineParameter(i + 2, ParameterAttributes.None, program.Parameters[i].Name);
        ProgramEmitter.Emit(method.GetILGenerator(), program);
    }

    private static Assembly Load(PersistedAssemblyBuilder builder)
    {
        using var stream = new MemoryStream();
        builder.Save(stream);
        stream.Position = 0;
        return new AssemblyLoadContext("RandomPrograms", isCollectible: true).LoadFromStream(stream);
    }
}
