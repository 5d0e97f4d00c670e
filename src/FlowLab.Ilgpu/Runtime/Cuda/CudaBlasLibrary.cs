namespace ILGPU.Runtime.Cuda;

/// <summary>
/// The functions of cuBLAS that the runtime calls. The library is part of NVIDIA's toolkit and need not be there. The environment variable
/// <c>FLOWLAB_CUBLAS</c> names its file, or says <c>off</c>.
/// </summary>
internal sealed unsafe class CudaBlasLibrary
{
    private const string Variable = "FLOWLAB_CUBLAS";
    private const string Off = "off";

    /// <summary>On the library path first, then where the toolkit lies.</summary>
    private static readonly string[] Names =
    [
        "libcublas.so.13", "libcublas.so.12", "libcublas.so.11", "cublas64_13.dll", "cublas64_12.dll", "cublas64_11.dll",
        "/usr/local/cuda/lib64/libcublas.so",
    ];

    private static readonly Lazy<CudaBlasLibrary?> Found = new(() => CudaLoader.Find(FilesFor(Environment.GetEnvironmentVariable(Variable))) is { } find ? TryCreate(find) : null);

    private readonly delegate* unmanaged<nint*, int> _create;
    private readonly delegate* unmanaged<nint, int> _destroy;
    private readonly delegate* unmanaged<nint, nint, int> _setStream;
    private readonly delegate* unmanaged<nint, int, int> _setMathMode;
    private readonly delegate* unmanaged<nint, int, int, int, int, int, float*, nint, int, long, nint, int, long, float*, nint, int, long, int, int> _gemm;

    private CudaBlasLibrary(Func<string, nint> find)
    {
        _create = (delegate* unmanaged<nint*, int>)find("cublasCreate_v2");
        _destroy = (delegate* unmanaged<nint, int>)find("cublasDestroy_v2");
        _setStream = (delegate* unmanaged<nint, nint, int>)find("cublasSetStream_v2");
        _setMathMode = (delegate* unmanaged<nint, int, int>)find("cublasSetMathMode");
        _gemm = (delegate* unmanaged<nint, int, int, int, int, int, float*, nint, int, long, nint, int, long, float*, nint, int, long, int, int>)
            find("cublasSgemmStridedBatched");
    }

    /// <summary>The library of the machine, or null.</summary>
    internal static CudaBlasLibrary? Current => Found.Value;

    /// <summary>Where to look for the library, given what the environment says.</summary>
    internal static IReadOnlyList<string> FilesFor(string? choice) => choice switch
    {
        null or "" => Names,
        Off => [],
        _ => [choice],
    };

    /// <summary>The library behind functions; null where one of them is missing.</summary>
    internal static CudaBlasLibrary? TryCreate(Func<string, nint> find)
    {
        var library = new CudaBlasLibrary(find);
        var isWhole = library._create != null && library._destroy != null && library._setStream != null && library._setMathMode != null && library._gemm != null;
        return isWhole ? library : null;
    }

    internal int Create(nint* handle) => _create(handle);

    internal int Destroy(nint handle) => _destroy(handle);

    internal int SetStream(nint handle, nint stream) => _setStream(handle, stream);

    internal int SetMathMode(nint handle, int mode) => _setMathMode(handle, mode);

    internal int SgemmStridedBatched(nint handle, in CudaGemm gemm)
    {
        var (alpha, beta) = (gemm.Alpha, gemm.Beta);
        return _gemm(
            handle, gemm.TransposesA ? 1 : 0, gemm.TransposesB ? 1 : 0, gemm.M, gemm.N, gemm.K, &alpha, gemm.A, gemm.LeadingA, gemm.StrideA,
            gemm.B, gemm.LeadingB, gemm.StrideB, &beta, gemm.C, gemm.LeadingC, gemm.StrideC, gemm.Batches);
    }
}
