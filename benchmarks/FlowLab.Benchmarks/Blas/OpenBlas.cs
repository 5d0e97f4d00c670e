using System.Reflection;
using System.Runtime.InteropServices;

namespace FlowLab.Benchmarks.Blas;

/// <summary>The OpenBLAS of the system, if there is one: the shared library of Debian's libopenblas0 or one with that interface.</summary>
internal static unsafe class OpenBlas
{
    private const string Library = "libopenblas";
    private const int RowMajor = 101;
    private const int NoTranspose = 111;

    private static readonly string[] FileNames = ["libopenblas.so.0", "libopenblas.so", "libopenblas.dylib", "libopenblas.dll"];

    private static readonly nint Handle = Load();

    /// <summary>Whether the library was found; if not, no figure is compared with it.</summary>
    public static bool IsPresent => Handle != 0;

    /// <summary>Which kernels the library has chosen, and on how many threads it runs.</summary>
    public static string Description =>
        $"{Marshal.PtrToStringUTF8(openblas_get_config())?.Trim()}, core {Marshal.PtrToStringUTF8(openblas_get_corename())}, {openblas_get_num_threads()} threads";

    /// <summary>c = a b, row-major and dense.</summary>
    public static void Multiply(int rows, int depth, int columns, float* a, float* b, float* c) => cblas_sgemm(
        RowMajor, NoTranspose, NoTranspose, rows, columns, depth, 1f, a, depth, b, columns, 0f, c, columns);

    private static nint Load()
    {
        nint handle = 0;
        _ = FileNames.Any(name => NativeLibrary.TryLoad(name, out handle));
        if (handle != 0)
            NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(), (name, _, _) => name == Library ? handle : 0);
        return handle;
    }

    [DllImport(Library)]
    private static extern void cblas_sgemm(
        int order, int transposeA, int transposeB, int m, int n, int k, float alpha, float* a, int lda, float* b, int ldb, float beta, float* c, int ldc);

    [DllImport(Library)]
    private static extern nint openblas_get_config();

    [DllImport(Library)]
    private static extern nint openblas_get_corename();

    [DllImport(Library)]
    private static extern int openblas_get_num_threads();
}
